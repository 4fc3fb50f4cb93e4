// The app's files: the glue and the main module, the script that loads the module of texts, and that module. They name
// each other, so they carry one hash of them all in their names: browsers may keep them for ever, and an old page never
// mixes them with newer ones.
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const GLUE = /^(letasyl-web-[0-9a-f]+)\.js$/;
const ENDS = { glue: ".js", main: "_bg.wasm", loader: "-load.js", texts: "-texts.wasm" };

/** What the names of the app's files begin with in this folder. */
function stem(folder) {
  const [glue, ...others] = readdirSync(folder).filter((name) => GLUE.test(name));
  if (!glue || others.length > 0) throw new Error(`${folder} holds ${glue ? "several apps" : "no app"}`);
  return glue.match(GLUE)[1];
}

/** The text with something else in the place of what must stand there exactly once. */
export function replaceOnce(text, found, by) {
  if (text.split(found).length !== 2) throw new Error(`${found} does not stand there once`);
  return text.replace(found, by);
}

/** The app's files by what they are, with their paths. */
export function modules(folder) {
  const start = join(folder, stem(folder));
  return Object.fromEntries(Object.entries(ENDS).map(([what, end]) => [what, start + end]));
}

/** Takes what the split has made into the site, and names all of it anew. */
export function addSplit(folder, split) {
  const name = stem(folder);
  const { glue, loader, texts } = modules(folder);
  copyFileSync(join(split, "split_texts.wasm"), texts);
  const script = readFileSync(join(split, "__wasm_split.js"), "utf8");
  const loading = replaceOnce(script, '"./letasyl-web.js"', `"./${name}.js"`);
  writeFileSync(loader, replaceOnce(loading, "split_texts", `${name}-texts`));
  // Where the glue imports it; what the module calls it stays.
  const text = readFileSync(glue, "utf8");
  writeFileSync(glue, replaceOnce(text, /from ["']\.\/__wasm_split\.js["']/, `from "./${name}-load.js"`));
  // The page asks for the script at once, and boot.js for the module where it is needed.
  const page = join(folder, "index.html");
  const preload = (link) => link + link.replace(`${name}.js`, `${name}-load.js`);
  const html = replaceOnce(readFileSync(page, "utf8"), /<link [^>]*modulepreload[^>]*>/, preload);
  writeFileSync(page, replaceOnce(html, " data-app-js=", ` data-app-texts="/${name}-texts.wasm"$&`));
  rename(folder);
}

/** Gives the app's files names that tell their content. */
export function rename(folder) {
  const before = stem(folder);
  const files = Object.values(modules(folder));
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(file.endsWith(".js") ? readFileSync(file, "utf8").replaceAll(before, "") : readFileSync(file));
  }
  const after = `letasyl-web-${hash.digest("hex").slice(0, 16)}`;
  const scripts = files.filter((file) => file.endsWith(".js"));
  for (const file of [...scripts, join(folder, "index.html")]) {
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(before, after));
  }
  for (const file of files) renameSync(file, file.replace(before, after));
}
