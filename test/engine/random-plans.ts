import fc from "fast-check";
import type { Accelerator } from "@/lib/catalog/schema";
import { type FigureReader, type Lookup, solveFigures } from "@/lib/engine";
import { type Scenario, scenarioSchema } from "@/lib/scenario";
import { LOOKUP, plans } from "./plans";

/** How many random plans each law is tried on: INVARIANTS=10000 for a long run. */
export const RUNS = Number(process.env.INVARIANTS ?? 150);

/** Any plan: its prompts on the answering replicas or on others, drafted or not, served to so many users or to as many as fit. */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    knobs: plans,
    cachedPrefix: fc.constantFrom(0, 0, 0.3, 0.9),
    prefillReplicas: fc.constantFrom(0, 0, 0, 1, 3, 8),
    batching: fc.constantFrom("continuous", "continuous", "offline"),
    speculation: fc.constantFrom("none", "none", "none", "medusa"),
    chunkTokens: fc.constantFrom(8192, 8192, 256, 2048),
    ranks: fc.constantFrom(1, 1, 1, 4),
    pp: fc.constantFrom(1, 1, 1, 2, 4, 8),
  })
  .map(({ knobs, cachedPrefix, prefillReplicas, ranks, pp, ...served }) => {
    const { model, inputTokens, outputTokens, batch, weights, kvCache, engine } = knobs;
    const { accelerator, tp, replicas } = knobs;
    return scenarioSchema.parse({
      workload: { model, inputTokens, outputTokens, batch, cachedPrefix },
      serving: { weights, kvCache, engine, ...served },
      options: [{ accelerator, tp, pp, dp: ranks, ep: ranks, replicas, prefillReplicas, pricePerHour: 3 }],
    });
  });

/** The figures of a plan that runs; a law says nothing of others. */
export function solved(scenario: Scenario, lookup: Lookup = LOOKUP): FigureReader {
  const { figures } = solveFigures(scenario, 0, lookup);
  fc.pre(figures !== undefined);
  return figures as FigureReader;
}

export const withWorkload = (scenario: Scenario, change: Partial<Scenario["workload"]>): Scenario => ({
  ...scenario,
  workload: { ...scenario.workload, ...change },
});

export const withOption = (scenario: Scenario, change: Partial<Scenario["options"][number]>): Scenario => ({
  ...scenario,
  options: scenario.options.map((option) => ({ ...option, ...change })),
});

const times = <T extends { readonly value: number } | undefined>(figure: T, factor: number): T =>
  figure && { ...figure, value: figure.value * factor };

/** Accelerators with so many times the bandwidth, compute, memory or links. */
export const MACHINES = {
  bandwidth: (chip: Accelerator, factor: number) => ({
    ...chip,
    memoryBandwidth: times(chip.memoryBandwidth, factor),
  }),
  compute: (chip: Accelerator, factor: number) => ({
    ...chip,
    peak: Object.fromEntries(Object.entries(chip.peak).map(([type, rate]) => [type, times(rate, factor)])),
  }),
  memory: (chip: Accelerator, factor: number) => ({
    ...chip,
    memory: times(chip.memory, factor),
    ...(chip.memoryReported ? { memoryReported: times(chip.memoryReported, factor) } : {}),
  }),
  links: (chip: Accelerator, factor: number) => ({
    ...chip,
    ...(chip.link ? { link: { ...chip.link, perDirection: times(chip.link.perDirection, factor) } } : {}),
    ...(chip.hostLink ? { hostLink: times(chip.hostLink, factor) } : {}),
    ...(chip.nic ? { nic: times(chip.nic, factor) } : {}),
  }),
} as const satisfies Record<string, (chip: Accelerator, factor: number) => Accelerator>;

/** The catalog with one property of every accelerator so many times what it is. */
export const machine = (property: keyof typeof MACHINES, factor: number): Lookup => ({
  ...LOOKUP,
  accelerator: (id) => {
    const chip = LOOKUP.accelerator(id);
    return chip && (MACHINES[property](chip, factor) as Accelerator);
  },
});
