// Leaves the rules out of the style sheet that no view can use: the design system's parts come whole, with variants
// that this app has no place for. A rule stays when every class, element and id in it is a word in the front end's
// source, so a view may use any of them by writing its name whole, and never by putting it together.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PurgeCSS } from "purgecss";

/** The page `/stil` shows parts that no page uses; it is built without this. */
const NOT_SHIPPED = "src/stil.rs";

/** The style sheet without what `root`, the repository, has no word for. */
export async function purge(css, root) {
  const sources = [join(root, "src/**/*.rs"), join(root, "index.html"), join(root, "boot.js")];
  const [result] = await new PurgeCSS().purge({
    content: sources,
    skippedContentGlobs: [join(root, NOT_SHIPPED)],
    css: [{ raw: css }],
    // Only names that stand in string or markup; a word of a comment keeps a rule, which harms nobody.
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
    // It cannot look into `:has(…)`, and takes what stands there for unused.
    safelist: { standard: ["html", "body", "noscript"], greedy: [/:has\(/] },
  });
  return result.css;
}
