// One hand of `npm run search`: searches the units it is sent, on a thread of its own.
import { parentPort, workerData } from "node:worker_threads";
import { lookupOf } from "@/components/planner/lookup";
import { type Fronts, Question, searchUnit, type Unit } from "@/lib/engine/explore";

const { scenario, records, space } = workerData;
const question = new Question(scenario, lookupOf(records, scenario), space);
parentPort?.on("message", ({ unit, known }: { unit: Unit; known: Fronts }) =>
  parentPort?.postMessage(searchUnit(question, unit, known)),
);
parentPort?.postMessage("ready");
