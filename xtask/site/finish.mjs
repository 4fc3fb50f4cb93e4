// Makes the built site small: leaves out styles that nothing uses, minifies the scripts (Trunk's own minifier cannot
// read wasm-bindgen's glue), optimises the modules, shortens the names between module and glue, then writes a .br and a .gz beside every file
// that the backend may send compressed. Run by site.rs with the folder.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { transformSync } from "esbuild";
import { modules, rename as nameModules } from "./modules.mjs";
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

/** Makes a module small: -Oz again, and once more after similar functions became one, is 0.7 % less on the wire. */
async function optimise(file) {
  const features = ["bulk-memory", "nontrapping-float-to-int", "reference-types", "multivalue", "sign-ext", "mutable-globals"];
  const small = ["--flatten", "--rereloop", "-Oz", "--flatten", "--rereloop", "-Oz", "--merge-similar-functions", "-Oz"];
  const enabled = features.map((feature) => `--enable-${feature}`);
  const args = [file, "-o", file, ...enabled, "--low-memory-unused", ...small, "--strip-debug", "--strip-producers"];
  await promisify(execFile)(join(root, "node_modules/.bin/wasm-opt"), args);
}

/** Writes a changed file under a name that tells its content, as browsers may keep it for ever; answers the name. */
function rename(file, content, digest) {
  const name = basename(file).replace(/-[0-9a-f]+(?=[._])/, `-${digest}`);
  rmSync(file);
  writeFileSync(join(folder, name), content);
  return name;
}

const digest = (content) => createHash("sha256").update(content).digest("hex").slice(0, 16);

for (const file of files().filter((file) => extname(file) === ".css")) {
  const before = readFileSync(file, "utf8");
  const css = transformSync(await purge(before, root), { loader: "css", minify: true }).code;
  const integrity = (text) => `sha384-${createHash("sha384").update(text).digest("base64")}`;
  if (!readFileSync(page, "utf8").includes(integrity(before))) throw new Error("the page names another style sheet");
  const name = rename(file, css, digest(css));
  const html = readFileSync(page, "utf8").replaceAll(basename(file), name).replaceAll(integrity(before), integrity(css));
  writeFileSync(page, html);
}

const { glue, main, texts } = modules(folder);
await Promise.all([main, texts].map(optimise));
const [module, script] = shorten(readFileSync(main), readFileSync(glue, "utf8"));
writeFileSync(main, module);
writeFileSync(glue, script);
nameModules(folder);

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
