// One hand of `npm run search`: searches the slices it is sent, on a thread of its own.
import { parentPort, workerData } from "node:worker_threads";
import { Exploration, searchSlice, simulated } from "@/lib/engine/explore";
import { lookupOf } from "@/lib/view/lookup-of";
import type { Order } from "./search-hands";

const { scenario, records, space } = workerData;
const question = new Exploration(scenario, lookupOf(records, scenario), space);
parentPort?.on("message", (order: Order) =>
  parentPort?.postMessage(
    "slice" in order
      ? searchSlice(question, order.slice, order.known)
      : simulated(question, order.proposal, order.below),
  ),
);
parentPort?.postMessage("ready");
