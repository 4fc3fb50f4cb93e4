// Makes the built site small: minifies its scripts (Trunk's own minifier cannot read wasm-bindgen's glue), then writes
// a .br and a .gz beside every file that the backend may send compressed. Run by site.rs with the folder.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { transformSync } from "esbuild";

const folder = process.argv.at(-1);
for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
  const kind = extname(entry.name);
  if (!entry.isFile() || ![".html", ".css", ".js", ".wasm", ".svg", ".json"].includes(kind)) continue;
  const file = join(entry.parentPath ?? entry.path, entry.name);
  if (kind === ".js") {
    writeFileSync(file, transformSync(readFileSync(file, "utf8"), { minify: true, format: "esm", target: "es2022" }).code);
  }
  const content = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
