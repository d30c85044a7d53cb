import { formula } from "@/lib/formula";
import { dataParallel, pipelineParallel, prefillReplicas, replicas, tensorParallel } from "../inputs";

/** How many accelerators a plan has. */

export const acceleratorCount = formula(
  "1",
  "Accelerators of all replicas",
)`${tensorParallel} * ${pipelineParallel} * ${dataParallel} * (${replicas} + ${prefillReplicas})`;
