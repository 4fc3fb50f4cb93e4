// Gives the functions that the module takes from its glue names of a letter or two, in both. wasm-bindgen's carry a
// random number each, which no compression makes smaller: 4.7 kB of what every user loads. Knows only as much of
// WebAssembly as the section of imports needs.
import { replaceOnce } from "./modules.mjs";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** What the module calls its glue. */
const GLUE = "./letasyl-web_bg.js";
const IMPORTS = 2;
const FUNCTION = 0;

/** The nth of the short names: a, b, … Z, aa, ab, … */
function short(n) {
  const rest = Math.floor(n / LETTERS.length);
  return (rest > 0 ? short(rest - 1) : "") + LETTERS[n % LETTERS.length];
}

/** A number as WebAssembly writes it: seven bits a byte, the lowest first. */
function number(value) {
  const bytes = [];
  do {
    const rest = value >>> 7;
    bytes.push(rest ? (value & 0x7f) | 0x80 : value);
    value = rest;
  } while (value);
  return Buffer.from(bytes);
}

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value |= (byte & 0x7f) << shift;
      if (!(byte & 0x80)) return value >>> 0;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return this.take(this.number()).toString("utf8");
  }
}

/** The section with short names for what comes from the glue; `names` learns which stands for which. */
function renamed(section, names) {
  const from = new Reader(section);
  const count = from.number();
  const parts = [number(count)];
  for (let i = 0; i < count; i += 1) {
    const source = from.text();
    const name = from.text();
    if (from.take(1)[0] !== FUNCTION) throw new Error(`the module takes ${name}, which is no function`);
    const isGlue = source === GLUE;
    if (isGlue && !names.has(name)) names.set(name, short(names.size));
    const [module, own] = (isGlue ? ["a", names.get(name)] : [source, name]).map((text) => Buffer.from(text));
    parts.push(number(module.length), module, number(own.length), own, Buffer.from([FUNCTION]), number(from.number()));
  }
  return Buffer.concat(parts);
}

/** Module and glue with short names between them. Fails when one has a name that the other does not know. */
export function shorten(module, glue) {
  const from = new Reader(module);
  const names = new Map();
  const parts = [from.take(8)];
  while (from.at < module.length) {
    const kind = from.take(1);
    const body = from.take(from.number());
    const section = kind[0] === IMPORTS ? renamed(body, names) : body;
    parts.push(kind, number(section.length), section);
  }
  let text = replaceOnce(glue, JSON.stringify(GLUE), "a");
  for (const [name, own] of names) text = replaceOnce(text, new RegExp(`\\b${name}(?=[:(])`), own);
  return [Buffer.concat(parts), text];
}
