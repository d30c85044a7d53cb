import { formula } from "@/lib/formula";
import { dataParallel, knobs, pipelineParallel, prefillReplicas, replicas, tensorParallel } from "../inputs";

const { instances, neighbours } = knobs;

/** How many accelerators a plan has. */

/** Instances of one model fill whole accelerators; beside those of other models each pays for its own place. */
export const acceleratorCount = formula(
  "1",
  "Accelerators of all replicas",
)`if(${instances} > 1, if(${neighbours} > 0, (${replicas} + ${prefillReplicas}) / ${instances}, ceil((${replicas} + ${prefillReplicas}) / ${instances})), ${tensorParallel} * ${pipelineParallel} * ${dataParallel} * (${replicas} + ${prefillReplicas}))`;
