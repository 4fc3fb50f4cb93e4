// Everything that can go wrong between browser and backend, and what it means for a read and for a write.
import type { Fault } from "../fault-proxy";

/** What is known of a write that met a fault, and whether it took effect. */
export type Effect = {
  /** Whether the backend did it. */
  done: boolean;
  /** Whether the answer says that it was not done; else nobody knows. */
  refused?: boolean;
};

export type Case = {
  name: string;
  fault: Fault;
  /** The heading of what the user is told; `null` where it goes well all the same. */
  told: string | null;
  /** Whether an answer without a body has arrived all the same. */
  bare?: boolean;
  /** How often a read is sent before the user is told. */
  attempts: number;
  write: Effect;
};

const CUT = { told: "Der kom intet svar", attempts: 3 };
const LATE = { told: "Svaret kom ikke i tide", attempts: 1 };
const UNREADABLE = { told: "Svaret kunne ikke læses", attempts: 1, write: { done: false } };
const OURS = "Der er en fejl på denne side";
const JSON_TYPE = { "content-type": "application/json" };
const PROBLEM = { "content-type": "application/problem+json" };

function answer(status: number, headers: Record<string, string> = {}, body = ""): Fault {
  return { kind: "answer", status, headers, body };
}

export const CASES: Case[] = [
  { name: "refused", fault: { kind: "refuse" }, ...CUT, write: { done: false } },
  { name: "reset before the body", fault: { kind: "reset-before-body" }, ...CUT, write: { done: false } },
  { name: "reset in the body", fault: { kind: "reset-in-body" }, ...CUT, write: { done: false } },
  { name: "reset after the body", fault: { kind: "reset-after-body" }, ...CUT, write: { done: false } },
  { name: "the answer lost", fault: { kind: "lose-answer" }, ...CUT, write: { done: true } },
  { name: "reset after the answer's head", fault: { kind: "reset-after-head" }, ...CUT, bare: true, write: { done: true } },
  { name: "reset in the answer", fault: { kind: "reset-in-answer" }, ...CUT, bare: true, write: { done: true } },
  { name: "no answer", fault: { kind: "hang" }, ...LATE, write: { done: false } },
  { name: "done, and no answer", fault: { kind: "hang-after-effect" }, ...LATE, write: { done: true } },
  { name: "a byte a second", fault: { kind: "drip" }, ...LATE, write: { done: true } },
  { name: "sent twice", fault: { kind: "duplicate" }, told: null, attempts: 1, write: { done: true } },
  { name: "plain text", fault: answer(200, { "content-type": "text/plain" }, "OK"), ...UNREADABLE },
  { name: "broken JSON", fault: answer(200, JSON_TYPE, "{"), ...UNREADABLE },
  { name: "400", fault: answer(400, PROBLEM, '{"status":400}'), told: "Oplysningerne blev ikke godkendt", attempts: 1, write: { done: false, refused: true } },
  { name: "403", fault: answer(403, PROBLEM, '{"status":403}'), told: "Du har ikke adgang", attempts: 1, write: { done: false, refused: true } },
  { name: "404 of somebody else's", fault: answer(404, { "content-type": "text/html" }, "<h1>404</h1>"), told: "Forespørgslen blev afvist", attempts: 1, write: { done: false, refused: true } },
  { name: "429, come back in a minute", fault: answer(429, { "retry-after": "60" }), told: "Der kom for mange forespørgsler på kort tid", attempts: 1, write: { done: false, refused: true } },
  { name: "500 with a page", fault: answer(500, { "content-type": "text/html" }, "<h1>Oops</h1>"), told: OURS, attempts: 1, write: { done: false } },
  { name: "502 with nothing", fault: answer(502), told: OURS, attempts: 3, write: { done: false } },
  { name: "503, come back at once", fault: answer(503, { "retry-after": "0" }), told: OURS, attempts: 3, write: { done: false } },
  { name: "504", fault: answer(504, PROBLEM, '{"status":504}'), told: "Svaret kom ikke i tide", attempts: 1, write: { done: false } },
];
