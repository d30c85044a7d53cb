import { formula } from "@/lib/formula";
import { dataParallel, pipelineParallel, startTime, tensorParallel, weightRate } from "../inputs";
import { weightBytes } from "./memory";

/** How long a replica takes from nothing to its first request: what a growing service has to wait for. */

export const replicaWeights = formula(
  "B",
  "Weights that a starting replica gets",
)`${weightBytes} * ${tensorParallel} * ${pipelineParallel} * ${dataParallel}`;

export const coldStart = formula(
  "s",
  "Time to start a replica, from loading its weights to its first request",
)`${replicaWeights} / ${weightRate} + ${startTime}`;
