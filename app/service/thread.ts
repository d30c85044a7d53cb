// A thread that computes: does one task after the other, away from the thread that serves.
import { parentPort } from "node:worker_threads";
import type { Order } from "./lane";
import { perform } from "./perform";

parentPort?.on("message", async ({ name, input }: Order) => {
  parentPort?.postMessage(await perform(name, input));
});
