// Makes the built site small: leaves out styles that nothing uses, minifies the scripts (Trunk's own minifier cannot
// read wasm-bindgen's glue), shortens the names between module and glue, then writes a .br and a .gz beside every file
// that the backend may send compressed. Run by site.rs with the folder.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { transformSync } from "esbuild";
import { purge } from "./purge.mjs";
import { shorten } from "./shorten.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = process.argv.at(-1);
const page = join(folder, "index.html");
const minified = (script) => transformSync(script, { minify: true, format: "esm", target: "es2022" }).code;

/** Every file of the site, with its path. */
function files() {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

for (const file of files().filter((file) => extname(file) === ".js")) {
  writeFileSync(file, minified(readFileSync(file, "utf8")));
}

/** Writes a changed file under a name that tells its content, as browsers may keep it for ever; answers the name. */
function rename(file, content, digest) {
  const name = basename(file).replace(/-[0-9a-f]+(?=[._])/, `-${digest}`);
  rmSync(file);
  writeFileSync(join(folder, name), content);
  return name;
}

const digest = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex").slice(0, 16);

for (const file of files().filter((file) => extname(file) === ".css")) {
  const before = readFileSync(file, "utf8");
  const css = transformSync(await purge(before, root), { loader: "css", minify: true }).code;
  const integrity = (text) => `sha384-${createHash("sha384").update(text).digest("base64")}`;
  if (!readFileSync(page, "utf8").includes(integrity(before))) throw new Error("the page names another style sheet");
  const name = rename(file, css, digest(css));
  const html = readFileSync(page, "utf8").replaceAll(basename(file), name).replaceAll(integrity(before), integrity(css));
  writeFileSync(page, html);
}

// Module and glue name each other, so they change their names together.
for (const file of files().filter((file) => file.endsWith("_bg.wasm"))) {
  const glueFile = file.replace(/_bg\.wasm$/, ".js");
  const [module, glue] = shorten(readFileSync(file), readFileSync(glueFile, "utf8"));
  rename(file, module, digest(module, glue));
  const name = rename(glueFile, glue, digest(module, glue));
  writeFileSync(page, readFileSync(page, "utf8").replaceAll(basename(glueFile, ".js"), basename(name, ".js")));
}

for (const file of files()) {
  if (![".html", ".css", ".js", ".wasm", ".svg", ".json"].includes(extname(file))) continue;
  const content = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
