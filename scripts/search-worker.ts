// One hand of `npm run search`: searches the units it is sent, on a thread of its own.
import { parentPort, workerData } from "node:worker_threads";
import { Question, searchUnit, simulated } from "@/lib/engine/explore";
import { lookupOf } from "@/lib/view/lookup-of";
import type { Order } from "./search-hands";

const { scenario, records, space } = workerData;
const question = new Question(scenario, lookupOf(records, scenario), space);
parentPort?.on("message", (order: Order) =>
  parentPort?.postMessage(
    "unit" in order ? searchUnit(question, order.unit, order.known) : simulated(question, order.contender),
  ),
);
parentPort?.postMessage("ready");
