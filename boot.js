// Starts the app. A file of its own, because the content security policy allows no inline script; which glue and
// which module to load stands in this script's own tag, written there by the build (Trunk.toml).

const { appJs, appWasm, appTexts } = document.querySelector("script[data-app-js]").dataset;

// The pages of texts are a module of their own. Who asks for one of them need not wait for the app to ask for it.
if (location.pathname.startsWith("/admin/")) {
  const preload = { rel: "preload", as: "fetch", type: "application/wasm", crossOrigin: "", href: appTexts };
  document.head.append(Object.assign(document.createElement("link"), preload));
}

// The policy of the page lets no text become HTML but through here (Trusted Types): Leptos makes the parts of its views
// that never change so. They hold elements, names for styles and for screen readers, and nothing that runs or leads
// off this site. Whatever else somebody finds a way to put there is refused.
const INERT = /^(?:[^<>&]|<\/?(?!script|style|iframe|object|embed|form|base|meta|link)[a-z][a-z0-9]*(?: (?:class|id|role|lang|aria-[a-z]+|for|type|value|max|checked|open|scope|tabindex)(?:="[^"<>]*")?| href="[/#][^"<>/]*")*>)*$/;
if (globalThis.trustedTypes) {
  trustedTypes.createPolicy("default", { createHTML: (html) => (INERT.test(html) ? html : null) });
}

// What the app cannot do without, and since when browsers have it: Chrome and Edge 116, Firefox 124, Safari 17.4.
const NEEDED = {
  "AbortSignal.any": () => AbortSignal.any,
  "AbortSignal.timeout": () => AbortSignal.timeout,
  BroadcastChannel: () => globalThis.BroadcastChannel,
  "HTMLDialogElement.showModal": () => HTMLDialogElement.prototype.showModal,
  "Intl.Collator": () => Intl.Collator,
  ResizeObserver: () => globalThis.ResizeObserver,
  "crypto.getRandomValues": () => crypto.getRandomValues,
};
const missing = Object.keys(NEEDED).filter((name) => {
  try {
    return !NEEDED[name]();
  } catch {
    return true;
  }
});

const WITHOUT_WASM = {
  da: [
    "WebAssembly er slået fra",
    "Integrationslov kræver WebAssembly. I Edge kan det være slået fra under Indstillinger, Beskyttelse af personlige oplysninger, “Forbedr din sikkerhed på internettet”: tilføj siden som undtagelse. Er det arbejdspladsen, der bestemmer, så bed it-afdelingen om at tillade WebAssembly her.",
  ],
  en: [
    "WebAssembly is turned off",
    "Integrationslov needs WebAssembly. In Edge it may be turned off under Settings, Privacy, “Enhance your security on the web”: add this site as an exception. If your workplace decides, ask your IT department to allow WebAssembly here.",
  ],
};
const TOO_OLD = {
  da: [
    "Browseren er for gammel",
    `Integrationslov kræver Edge eller Chrome 116, Firefox 124, Safari 17.4 eller nyere. Det mangler: ${missing.join(", ")}.`,
  ],
  en: [
    "The browser is too old",
    `Integrationslov needs Edge or Chrome 116, Firefox 124, Safari 17.4 or newer. It lacks: ${missing.join(", ")}.`,
  ],
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

// Both are on their way since the head of the page. Half a second later than everything else, the app starts without them:
// the text would move when they come.
const FONTS_MS = 500;
const fonts = Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 1em "IBM Plex Sans"`))).catch(() => {});
const soon = () => new Promise((resolve) => setTimeout(resolve, FONTS_MS));

async function start() {
  if (typeof WebAssembly !== "object") return show(WITHOUT_WASM);
  if (missing.length > 0) return show(TOO_OLD);
  try {
    // Where this fails, the glue tries again, and finds out why.
    const compiled = WebAssembly.compileStreaming(fetch(appWasm)).catch(() => appWasm);
    const [{ default: init }, module] = await Promise.all([import(appJs), compiled]);
    await Promise.race([fonts, soon()]);
    await init({ module_or_path: module });
  } catch (error) {
    console.error(error);
    // A policy may leave the name there and refuse to compile.
    show(error instanceof WebAssembly.CompileError ? WITHOUT_WASM : FAILED);
  }
}

start();
