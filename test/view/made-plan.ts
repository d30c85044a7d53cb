import type { Estimate } from "@/lib/engine";
import { defaultScenario } from "@/lib/scenario";

type Said = {
  tp?: number;
  pp?: number;
  dp?: number;
  replicas?: number;
  prefillReplicas?: number;
  instances?: number;
  neighbours?: string;
  batching?: string;
  speculation?: string;
  weights?: string;
};
/** An option as a test says it: what it differs in, and what was found for it. */
export type Made = Said & {
  name?: string;
  figures?: object;
  memory?: object[];
  feasible?: boolean;
  operation?: object;
};

/** A plan of such options, with no more of an estimate than they say. */
export function plan(...options: Made[]): Estimate {
  const said = options.map(
    ({ name: _, figures: _f, memory: _m, feasible: _v, operation: _o, ...option }) => ({
      accelerator: "chip",
      tp: 1,
      pp: 1,
      dp: 1,
      ep: 1,
      prefillReplicas: 0,
      ...option,
    }),
  );
  return {
    scenario: { ...defaultScenario, options: said },
    options: options.map(
      ({ name = "Chip", figures = {}, memory = [], feasible = true, operation }, index) => ({
        option: said[index],
        accelerator: { id: "chip", name },
        figures,
        memory,
        verdict: { feasible },
        ranges: {},
        operation,
      }),
    ),
  } as unknown as Estimate;
}
