// Starts the app. A file of its own, because the content security policy allows no inline script; which glue and
// which module to load stands in this script's own tag, written there by the build (Trunk.toml).

const { appJs, appWasm } = document.querySelector("script[data-app-js]").dataset;

// The policy of the page lets no text become HTML but through here (Trusted Types): Leptos makes the parts of its views
// that never change so. They hold elements, names for styles and for screen readers, and nothing that runs or leads
// off this site. Whatever else somebody finds a way to put there is refused.
const INERT = /^(?:[^<>&]|<\/?(?!script|style|iframe|object|embed|form|base|meta|link)[a-z][a-z0-9]*(?: (?:class|id|role|lang|aria-[a-z]+|for|type|value|max|checked|open|scope|tabindex)(?:="[^"<>]*")?| href="[/#][^"<>/]*")*>)*$/;
globalThis.trustedTypes?.createPolicy("default", { createHTML: (html) => (INERT.test(html) ? html : null) });

const UNSUPPORTED = {
  da: ["Browseren er for gammel", "Integrationslov kræver WebAssembly. Brug en nyere browser."],
  en: ["The browser is too old", "Integrationslov needs WebAssembly. Please use a newer browser."],
};
const FAILED = {
  da: [
    "Integrationslov kunne ikke hentes",
    "Forbindelsen blev afbrudt, eller der er kommet en ny version. Hent siden igen.",
  ],
  en: ["Integrationslov could not be loaded", "The connection was lost, or there is a new version. Reload the page."],
};

/** Says in both languages what is wrong; nothing in it comes from outside, and nothing is set as HTML. */
function show(message) {
  const main = document.querySelector("#start .start");
  // Without it the app has already taken over the page and tells of its failures itself.
  if (!main) return;
  const alert = Object.assign(document.createElement("div"), { className: "alert alert-error" });
  alert.setAttribute("role", "alert");
  for (const [lang, [heading, text]] of Object.entries(message)) {
    const h1 = Object.assign(document.createElement("h1"), { lang, className: "alert-heading", textContent: heading });
    const p = Object.assign(document.createElement("p"), { lang, className: "alert-text", textContent: text });
    alert.append(h1, p);
  }
  const reload = Object.assign(document.createElement("button"), {
    type: "button",
    className: "button button-primary",
    textContent: "Hent siden igen / Reload",
  });
  reload.addEventListener("click", () => location.reload());
  main.replaceChildren(alert, reload);
}

if (typeof WebAssembly === "object") {
  try {
    const { default: init } = await import(appJs);
    await init({ module_or_path: appWasm });
  } catch (error) {
    console.error(error);
    show(FAILED);
  }
} else {
  show(UNSUPPORTED);
}
