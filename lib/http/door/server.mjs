import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { PROBLEM_TYPE, problemForm } from "../problem-form.mjs";
import { Admission } from "./admission.mjs";
import { whileAnswering } from "./answer-being-given.mjs";
import { CLIENT_HEADER, clientOf } from "./client.mjs";
import { Connections } from "./connections.mjs";
import { mayBePage, NONCE_HEADER, pagePolicy, SECURITY_HEADERS } from "./headers.mjs";
import { LastCall } from "./last-call.mjs";
import { decodable, refusalOf } from "./refusal.mjs";

/** All times in ms. */
export const LIMITS = {
  /** Above the idle time that proxies keep a connection for, so that it is they who close it. */
  keepAlive: 65_000,
  /** From the first byte of a request to the end of its headers, and to the end of its body. */
  headers: 15_000,
  request: 30_000,
  /** How often the two above are looked at. */
  check: 5_000,
  connections: 2_000,
  /** Proxies of one's own in front, whose word about who asks is taken. */
  proxies: 0,
  /** Requests in work at once. */
  inWork: 100,
  /** Requests that may wait to begin, and for how long; at 16 ms of processor time a page, 60 wait a second. */
  queue: 40,
  wait: 1_000,
  /** While stopping: the port closes when nobody has come for so long, and is waited for so long at most. */
  lull: 20,
  lastCall: 500,
  /** And then: how long connections without a request are left, and how long answers may take: a search may wait
   * for 8 s and take 20 s. */
  silent: 500,
  /** And how long a request that is half sent may stand still. */
  stalled: 2_000,
  stop: 30_000,
};

/** Answers that cost nothing worth counting, and those by which a supervisor tells a busy server from a dead one. */
const FREE = /^\/(_next\/static\/|healthz$|readyz$)/;

/** How often a server that stops looks for connections that nobody uses. */
const CHECK_MS = 50;

/** What a proxy asks to know whether to send anyone here. */
const READY = /^\/readyz(\?|$)/;

/** How long the rest of a refused body is taken and dropped. */
const DROP_MS = 1_000;

/**
 * @typedef {import("node:http").IncomingMessage} Incoming
 * @typedef {import("node:http").ServerResponse} Outgoing
 * @typedef {(request: Incoming, response: Outgoing) => Promise<void>} Handle
 */

/**
 * What became of a request; `refused` where the load was the reason. `error` is what a handler threw.
 * @typedef {{ method: string, url: string, status: number, seconds: number, refused: boolean, aborted: boolean }} Answered
 */

/**
 * The server in front of the app. It bounds time, connections and requests in work, refuses what no route answers,
 * and can be stopped without breaking off an answer.
 * `answered` hears of every answer but those for static files; `share` says whether a client asks for more than its share.
 * @param {{ handle: Handle, routes: import("./route-methods.mjs").RouteMethods[], limits?: Partial<typeof LIMITS>,
 *   answered?: (answer: Answered) => void,
 *   share?: (url: string, client: string) => Promise<import("./refusal.mjs").Refusal | null> }} options
 */
export function createDoor({ handle, routes, limits, answered, share }) {
  const limit = { ...LIMITS, ...limits };
  let inWork = 0;
  const lastCall = new LastCall(() => admission.arrived, limit);
  const connections = new Connections();
  const admission = new Admission(limit, () => lastCall.hold());

  const server = createServer(
    {
      keepAliveTimeout: limit.keepAlive,
      headersTimeout: limit.headers,
      requestTimeout: limit.request,
      connectionsCheckingInterval: limit.check,
    },
    async (request, response) => {
      admission.notice();
      connections.use(request, response);
      const { url = "/", method = "GET" } = request;
      const begun = performance.now();
      let refused = false;
      if (answered && !url.startsWith("/_next/static/"))
        response.once("close", () =>
          answered({
            method,
            url,
            status: response.statusCode,
            seconds: (performance.now() - begun) / 1000,
            refused,
            aborted: !response.writableFinished,
          }),
        );
      closeWhereNeeded(request, response, () => lastCall.begun);
      request.url = decodable(request.url ?? "/");
      secure(request, response);
      const client = clientOf(request, limit.proxies);
      request.headers[CLIENT_HEADER] = client;
      const refusal = refusalOf(request, routes) ?? (await share?.(request.url, client)) ?? null;
      if (refusal) return answer(response, refusal);
      if (lastCall.begun && READY.test(request.url)) return answer(response, STOPPING);
      if (!FREE.test(request.url)) {
        await lastCall.hold();
        // After the last call all that was held comes at once, so that none of it has waited yet.
        const full = lastCall.begun ? admission.waiting >= limit.inWork : admission.isFull();
        refused = full || inWork >= limit.inWork;
        if (refused) return answer(response, TOO_BUSY);
        countWhile(request, response);
        await admission.turn();
        if (response.closed) return;
      }
      try {
        await whileAnswering(response, () => handle(request, response));
      } catch (error) {
        console.error(error);
        if (response.headersSent) response.destroy();
        else answer(response, { status: 500, title: "Something went wrong here" });
      }
    },
  );
  server.maxConnections = limit.connections;
  server.on("connection", (socket) => {
    connections.add(socket);
    admission.notice();
    // Those who only keep a connection for later make room for those who ask.
    if (connections.size > 0.75 * limit.connections) connections.closeUnused();
  });

  /**
   * In work from the whole request to the end of its answer: one that is still being sent costs nothing yet, and must
   * not take another's place.
   */
  function countWhile(/** @type {Incoming} */ request, /** @type {Outgoing} */ response) {
    let counted = false;
    const begin = () => {
      if (!counted && !response.closed) inWork++;
      counted = true;
    };
    if (hasBody(request)) request.once("end", begin);
    else begin();
    response.once("close", () => {
      if (counted) inWork--;
      counted = true;
    });
  }

  /** Ends the server; true when every answer was given, false when the time was over first. */
  async function stop() {
    const late = new Promise((resolve) => setTimeout(() => resolve(false), limit.stop).unref());
    const closed = lastCall.make(server).then(() => true);
    let patience = limit.silent;
    const unused = setInterval(() => {
      if (server.listening) return;
      // Browsers make connections that they may never use; others may just be bringing a request.
      patience -= CHECK_MS;
      if (patience <= 0) connections.closeUnused({ fresh: true });
      connections.closeStalled(limit.stalled);
    }, CHECK_MS);
    const whole = await Promise.race([closed, late]);
    clearInterval(unused);
    server.closeAllConnections();
    return Boolean(whole);
  }

  return { server, stop, inWork: () => inWork };
}

/**
 * Sets the headers that every answer carries. A page's policy names a nonce of its own, which Next reads from the same
 * header of the request and puts on its scripts; whatever a client sends there is replaced.
 * @param {Incoming} request @param {Outgoing} response
 */
function secure(request, response) {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  for (const name of ["content-security-policy", "content-security-policy-report-only", NONCE_HEADER])
    delete request.headers[name];
  if (!mayBePage(request.url ?? "/")) return;
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy(nonce);
  request.headers["content-security-policy"] = policy;
  request.headers[NONCE_HEADER] = nonce;
  response.setHeader("Content-Security-Policy", policy);
}

const TOO_BUSY = {
  status: 503,
  title: "The server is busy",
  detail: "Nothing was done. Try again in a moment.",
  headers: { "Retry-After": "2" },
};

const STOPPING = { ...TOO_BUSY, title: "The server is stopping" };

/** @param {Incoming} request */
function hasBody({ headers }) {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/**
 * Says `Connection: close` in the answer while stopping, and where a body was refused before its end: its rest would
 * be taken for the next request, which hangs.
 * @param {Incoming} request @param {Outgoing} response @param {() => boolean} stopping
 */
function closeWhereNeeded(request, response, stopping) {
  // Held now: an app that gives a body up takes the socket from its request.
  const { socket } = request;
  const writeHead = response.writeHead;
  response.writeHead = (/** @type {any[]} */ ...given) => {
    const unread = hasBody(request) && !request.complete;
    if (unread) closeGently(socket);
    if (unread || stopping()) response.shouldKeepAlive = false;
    return writeHead.apply(response, /** @type {any} */ (given));
  };
}

/**
 * Makes the end of an answer close our half alone, and drops for a moment what still comes: a connection that is closed
 * over unread bytes is reset, and the peer may lose the answer.
 * @param {import("node:net").Socket} socket
 */
function closeGently(socket) {
  socket.destroySoon = () => {
    socket.end();
    socket.resume();
    setTimeout(() => socket.destroy(), DROP_MS).unref();
  };
}

/** @param {Outgoing} response @param {import("./refusal.mjs").Refusal} refusal */
function answer(response, { status, title, detail, headers }) {
  response.writeHead(status, { "Cache-Control": "no-store", ...headers, "Content-Type": PROBLEM_TYPE });
  response.end(JSON.stringify(problemForm(status, title, { detail })));
}
