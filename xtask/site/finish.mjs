// Makes the built site small: minifies its scripts (Trunk's own minifier cannot read wasm-bindgen's glue), shortens the
// names between module and glue, then writes a .br and a .gz beside every file that the backend may send compressed.
// Run by site.rs with the folder.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { transformSync } from "esbuild";
import { shorten } from "./shorten.mjs";

const folder = process.argv.at(-1);
const minified = (script) => transformSync(script, { minify: true, format: "esm", target: "es2022" }).code;

/** Every file of the site, with its path. */
function files() {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

for (const file of files().filter((file) => extname(file) === ".js")) {
  writeFileSync(file, minified(readFileSync(file, "utf8")));
}

// The names of module and glue tell their content, for ever: what changes the content changes the names.
const page = join(folder, "index.html");
for (const file of files().filter((file) => file.endsWith("_bg.wasm"))) {
  const glueFile = file.replace(/_bg\.wasm$/, ".js");
  const [module, glue] = shorten(readFileSync(file), readFileSync(glueFile, "utf8"));
  const old = basename(glueFile, ".js");
  const name = old.replace(/[0-9a-f]+$/, createHash("sha256").update(module).update(glue).digest("hex").slice(0, 16));
  writeFileSync(join(folder, `${name}_bg.wasm`), module);
  writeFileSync(join(folder, `${name}.js`), glue);
  writeFileSync(page, readFileSync(page, "utf8").replaceAll(old, name));
  for (const gone of [file, glueFile].filter((path) => !basename(path).startsWith(name))) rmSync(gone);
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
