// Loaded into every Node process that a test run starts (see vitest.config.ts and playwright.config.ts): ends it soon
// after its parent has ended, however that ended. A killed run would otherwise leave servers and writers behind.
// The watch is a thread of its own, because a process that is busy without a pause, as a writer is, runs no timer.
import { isMainThread, Worker } from "node:worker_threads";

const WATCH = `
  const { workerData: parent } = require("node:worker_threads");
  function parentLives() {
    // An orphan gets another parent; on Windows it keeps the number of the one that is gone.
    if (process.ppid !== parent) return false;
    try {
      return process.kill(parent, 0);
    } catch (error) {
      return error.code === "EPERM";
    }
  }
  setInterval(() => parentLives() || process.kill(process.pid, "SIGKILL"), 500);
`;

if (isMainThread) new Worker(WATCH, { eval: true, execArgv: [], workerData: process.ppid }).unref();
