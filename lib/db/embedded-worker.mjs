import { parentPort, workerData } from "node:worker_threads";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { openSynced } from "./synced-pglite.mjs";

// The thread in which the embedded database lives. PostgreSQL in WebAssembly blocks its thread while it works
// and may never come back (a full disk): here it blocks no page, and the server can end it. Plain JavaScript
// because a thread starts from a file, beside the build. A call comes as {id, name, args} and is answered as
// {id, result} or {id, error}; what opening said is sent with id 0.

/** PostgreSQL's last words, for who has to know why it ended. @type {string[]} */
const words = [];
/** @param {string} line */
function said(line) {
  if (line.trim()) words.push(line.trim());
  words.splice(0, words.length - 20);
}

/** PostgreSQL gave up (a log that cannot be written, say): its memory is worth nothing, so nothing more may be answered. */
function aborted() {
  parentPort.postMessage({ lost: lastWords() });
  process.exit(1);
}

/** @returns {string} */
function lastWords() {
  const grave = words.filter((line) => /\b(FATAL|PANIC|ERROR)\b/.test(line));
  return (grave.at(-1) ?? words.at(-1) ?? "nothing").replace(/^.*?\b(?=FATAL|PANIC|ERROR)/, "");
}

/** Bytes of log after which tables are written out: single-user PostgreSQL never does it by itself, and its log would grow for ever. */
const CHECKPOINT_BYTES = 32 * 1024 * 1024;
const LOG_SINCE_CHECKPOINT =
  "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 AS bytes FROM pg_control_checkpoint()";

let pglite;
let adapter;
/** Transactions begun and not ended. @type {Map<number, {adapter: object, end: (commit: boolean) => void, ended: Promise<void>}>} */
const transactions = new Map();

/**
 * Resolves once the transaction has begun; others wait meanwhile, and who waited for longer than anybody waits for
 * them is not let in. PGlite's adapter has one too, which calls a failed commit done.
 * @param {number} id @param {number} until as Date.now() tells the time
 */
function begin(id, until) {
  return new Promise((resolve, reject) => {
    const ended = pglite.transaction(async (transaction) => {
      // As a server says of a lock that was not got in time: nothing is wrong with what was asked.
      if (Date.now() > until) throw Object.assign(new Error("Its caller has gone."), { code: "55P03" });
      const commits = await new Promise((end) => {
        new PrismaPGlite(transaction).connect().then((inside) => {
          transactions.set(id, { adapter: inside, end, ended });
          resolve(null);
        }, reject);
      });
      if (!commits) await transaction.rollback();
    });
    ended.catch(reject);
  });
}

async function end(id, commits) {
  const transaction = transactions.get(id);
  transactions.delete(id);
  transaction.end(commits);
  await transaction.ended;
}

let checkpoint = null;
/** Looks once a second at most, and only while something is asked. */
function checkpointSoon() {
  checkpoint ??= setTimeout(async () => {
    checkpoint = null;
    try {
      const { rows } = await pglite.query(LOG_SINCE_CHECKPOINT);
      if (rows[0].bytes > CHECKPOINT_BYTES) await pglite.exec("CHECKPOINT");
    } catch (error) {
      said(String(error));
    }
  }, 1000);
}

const within = (id) => (id === undefined ? adapter : transactions.get(id).adapter);
const calls = {
  rows: async (sql, values) => (await pglite.query(sql, values)).rows,
  script: async (sql) => void (await pglite.exec(sql)),
  queryRaw: (query, transaction) => within(transaction).queryRaw(query),
  executeRaw: (query, transaction) => within(transaction).executeRaw(query),
  begin,
  commit: (id) => end(id, true),
  rollback: (id) => end(id, false),
  alive: () => true,
  close: async () => {
    clearTimeout(checkpoint);
    await pglite.close();
    setImmediate(() => parentPort.close());
  },
};

/** An error as a message can carry it. The driver's own cause is what Prisma understands. */
function sendable(error) {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  const { name, message, code, cause } = error;
  return { name, message, code, cause: name === "DriverAdapterError" ? cause : undefined };
}

try {
  pglite = await openSynced(workerData.folder, { aborted, said });
  adapter = await new PrismaPGlite(pglite).connect();
  parentPort.on("message", async ({ id, name, args }) => {
    try {
      parentPort.postMessage({ id, result: await calls[name](...args) });
      if (name !== "close" && name !== "alive") checkpointSoon();
    } catch (error) {
      parentPort.postMessage({ id, error: sendable(error) });
    }
  });
  parentPort.postMessage({ id: 0, result: null });
} catch (error) {
  parentPort.postMessage({ id: 0, error: { ...sendable(error), message: lastWords() || String(error) } });
  process.exit(1);
}
