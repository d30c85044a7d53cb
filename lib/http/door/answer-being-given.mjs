import { AsyncLocalStorage } from "node:async_hooks";

// A page of Next can say "not found" and nothing else about the status of its answer. The door keeps each answer
// where what renders it can find it. The store lies on globalThis, because a bundler gives pages a copy of this module.

const STORE = Symbol.for("inference-planner.answer-being-given");

/** @returns {AsyncLocalStorage<import("node:http").ServerResponse>} */
function store() {
  globalThis[STORE] ??= new AsyncLocalStorage();
  return globalThis[STORE];
}

/**
 * Does the work that gives an answer.
 * @param {import("node:http").ServerResponse} response @param {() => Promise<void>} work @returns {Promise<void>}
 */
export function whileAnswering(response, work) {
  return store().run(response, work);
}

/**
 * Makes the answer now being given a 503 that says when to try again; for pages, before they show anything. Without
 * the door, as in the development server, the status stays as it is.
 * @param {number} seconds
 */
export function sayUnavailable(seconds) {
  const response = store().getStore();
  if (!response || response.headersSent) return;
  response.statusCode = 503;
  response.setHeader("Retry-After", String(seconds));
}

/**
 * Lets pages of these origins show the answer now being given in a frame; for pages, before they show anything. "*" is any
 * origin; with none it stays as the door has it: in no frame.
 * @param {readonly string[]} origins
 */
export function allowFrames(origins) {
  const response = store().getStore();
  if (!response || response.headersSent || origins.length === 0) return;
  const policy = String(response.getHeader("Content-Security-Policy") ?? "");
  response.setHeader(
    "Content-Security-Policy",
    policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(" ")}`),
  );
  response.removeHeader("X-Frame-Options");
}
