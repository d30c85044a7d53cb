// One hand of `npm run search`: searches the units it is sent, on a thread of its own.
import { parentPort, workerData } from "node:worker_threads";
import { type Fronts, Question, searchUnit, type Unit } from "@/lib/engine/explore";
import { lookupOf } from "@/lib/view/lookup-of";

const { scenario, records, space } = workerData;
const question = new Question(scenario, lookupOf(records, scenario), space);
parentPort?.on("message", ({ unit, known }: { unit: Unit; known: Fronts }) =>
  parentPort?.postMessage(searchUnit(question, unit, known)),
);
parentPort?.postMessage("ready");
