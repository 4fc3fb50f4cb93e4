// Trunk's hook after each build. Takes what was split off the module into the site (bin/wasm-bindgen). Under
// `cargo xtask dev` it adds a script to the page that reloads it after the next build or after a restart of the backend;
// a file of its own, since the page's policy allows no inline scripts.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addSplit } from "./modules.mjs";

const { LETASYL_DEV, LETASYL_SPLIT_DIR, TRUNK_STAGING_DIR } = process.env;

addSplit(TRUNK_STAGING_DIR, LETASYL_SPLIT_DIR);

if (LETASYL_DEV) {
  const build = String(Date.now());
  const page = join(TRUNK_STAGING_DIR, "index.html");
  const script = `<script type="module" src="/reload.js" data-build="${build}"></script></head>`;
  writeFileSync(page, readFileSync(page, "utf8").replace("</head>", script));
  writeFileSync(join(TRUNK_STAGING_DIR, "build.txt"), build);
  writeFileSync(join(TRUNK_STAGING_DIR, "reload.js"), `(${reload})();\n`);
}

/** Runs in the page. */
function reload() {
  const { build } = document.querySelector("script[data-build]").dataset;
  let gone = false;
  setInterval(async () => {
    const answer = await fetch("/build.txt", { cache: "no-store" }).catch(() => null);
    // While files are replaced, or the backend restarts, there is nothing to read.
    if (!answer) gone = true;
    else if (answer.ok && (gone || (await answer.text()) !== build)) location.reload();
  }, 300);
}
