import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimate, solveFigures } from "@/lib/engine";
import {
  type Configuration,
  explore,
  exploreWith,
  type Findings,
  type Hand,
  type Space,
  searchSlice,
  simulated,
} from "@/lib/engine/explore";
import { Exploration } from "@/lib/engine/explore/exploration";
import { isBeaten, paretoFront } from "@/lib/engine/explore/front";
import { runsTogether, splitsOf } from "@/lib/engine/explore/space";
import { type Scenario, scenarioSchema } from "@/lib/scenario";
import { LOOKUP } from "./plans";

const MODELS = ["meta-llama-3.1-8b", "qwen3-32b", "qwen3-30b-a3b", "deepseek-v2-lite", "gemma-3-27b-it"];
const CHIPS = ["nvidia-h100-sxm-80gb", "nvidia-l40s", "amd-mi300x", "nvidia-rtx-4090", "intel-gaudi3"];

const goal = (...values: number[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

const scenarios = fc
  .record({
    model: fc.constantFrom(...MODELS),
    inputTokens: fc.constantFrom(30, 1000, 9000),
    outputTokens: fc.constantFrom(1, 300, 2000),
    cachedPrefix: fc.constantFrom(0, 0, 0.8),
    inputSpread: fc.constantFrom(0, 0, 1),
    load: fc.constantFrom("batch" as const, "rate" as const),
    turns: fc.constantFrom(1, 1, 4),
    batching: fc.constantFrom("continuous" as const, "continuous" as const, "static" as const),
    speculation: fc.constantFrom("none" as const, "none" as const, "medusa" as const),
    hardware: fc.constantFrom("rented" as const, "owned" as const),
    ttft: goal(0.1, 1, 5),
    tpot: goal(0.01, 0.03),
    answer: goal(3, 30),
  })
  .map((asked) => {
    const { model, inputTokens, outputTokens, cachedPrefix, inputSpread, ...others } = asked;
    const { batching, speculation, hardware, load, turns, ...goals } = others;
    return scenarioSchema.parse({
      workload: { model, inputTokens, outputTokens, cachedPrefix, inputSpread },
      traffic: { load, turns },
      serving: { batching, speculation },
      goals,
      finance: { hardware, utilisation: 0.5 },
      money: hardware === "rented" ? { discount: 0.3, spotShare: 0.5, spotDiscount: 0.6 } : {},
      options: [{ accelerator: CHIPS[0] as string }],
    });
  });

const spaces: fc.Arbitrary<Space> = fc.record({
  candidates: fc
    .subarray(CHIPS, { minLength: 2, maxLength: 3 })
    .map((ids) => ids.map((accelerator) => ({ accelerator, pricePerHour: 1 + accelerator.length / 8 }))),
  counts: fc.constant([1, 2, 4]),
  weights: fc.subarray(["fp8", "bf16", "int4-awq-g128"], { minLength: 1, maxLength: 2 }),
  caches: fc.subarray(["bf16", "fp8"], { minLength: 1 }),
  engines: fc.subarray(["vllm", "trtllm", "llama-cpp"] as const, { minLength: 1 }).map((ids) => [...ids]),
  batches: fc.constant([1, 5, 20, 100, 1000]),
});

/** Every configuration, solved one by one by the way that estimates go. */
function byHand(scenario: Scenario, space: Space): Configuration[] {
  const question = new Exploration(scenario, LOOKUP, space);
  const model = LOOKUP.model(scenario.workload.model);
  if (!model) throw new Error("the model is the catalog's");
  const splits = space.counts.flatMap((count) => splitsOf(model, count));
  return space.candidates.flatMap((candidate) =>
    space.weights.flatMap((weights) =>
      space.caches.flatMap((cache) =>
        space.engines.flatMap((engine) =>
          splits.flatMap((split) =>
            space.batches.flatMap((batch): Configuration[] => {
              const chip = LOOKUP.accelerator(candidate.accelerator);
              const format = LOOKUP.format(weights);
              if (!chip || !format || !runsTogether(engine, format, chip)) return [];
              const option = question.atBatch(
                question.option({ candidate, weights, cache, engine, split }),
                batch,
              );
              const solved = solveFigures({ ...scenario, options: [option] }, 0, LOOKUP).figures;
              // A batch beyond the memory only queues, and ranks without a request only wait.
              if (!solved || solved("batchCapacity") < batch || split.dp > batch) return [];
              const [ttft, tpot, answer] = [solved("ttft"), solved("tpot"), solved("requestLatency")];
              const throughput = solved("outputRate") / solved("acceleratorCount");
              const kept = !question.misses({ ttft, tpot, answer }) && ttft <= 60;
              return [{ option, ttft, tpot, answer, cost: solved("costPerToken"), throughput, kept }];
            }),
          ),
        ),
      ),
    ),
  );
}

function search(scenario: Scenario, space: Space): Findings {
  let found: Findings | undefined;
  for (const progress of explore(scenario, LOOKUP, space)) found = progress.found;
  if (!found) throw new Error("a space has slices");
  return found;
}

const NATIVE = (option: Configuration["option"]) => `${option.accelerator} ${option.weights ?? ""}`;

describe("the search for the cheapest ways to serve a model", () => {
  it("rules out nothing that is the cheapest of a chip and format or on a front", () => {
    fc.assert(
      fc.property(scenarios, spaces, (scenario, space) => {
        const found = search(scenario, space);
        const all = byHand(scenario, space).filter(
          // Servers made for other chips are no part of a space.
          ({ option }) => !(option.engine === "trtllm" && !option.accelerator.startsWith("nvidia")),
        );
        const cheapest = new Map<string, number>();
        for (const { option, cost, kept: keeps } of all)
          if (keeps) cheapest.set(NATIVE(option), Math.min(cost, cheapest.get(NATIVE(option)) ?? cost));
        const first = found.best.map(({ point: { option, cost } }) => [NATIVE(option), cost]);
        expect(Object.fromEntries(first)).toEqual(Object.fromEntries(cheapest));
        const at = (front: readonly { x: number; y: number }[]) => front.map(({ x, y }) => [x, y]);
        expect(at(found.fronts.speed)).toEqual(
          at(
            paretoFront(
              [],
              all.map(({ cost: x, tpot: y }) => ({ x, y })),
            ),
          ),
        );
        expect(at(found.fronts.start)).toEqual(
          at(
            paretoFront(
              [],
              all.map(({ ttft: x, throughput }) => ({ x, y: 1 / throughput })),
            ),
          ),
        );
      }),
      { numRuns: Number(process.env.INVARIANTS ?? 6) },
    );
  });

  it("rules most of a large space out unseen, for more than one reason", () => {
    const scenario = scenarioSchema.parse({
      workload: { model: "qwen3-32b" },
      goals: { tpot: 0.03 },
      options: [{ accelerator: "nvidia-l40s" }],
    });
    const { tally, best } = search(scenario, {
      candidates: CHIPS.map((accelerator) => ({ accelerator, pricePerHour: 2 })),
      counts: [1, 2, 4, 8],
      weights: ["fp8", "bf16"],
      caches: ["fp8", "bf16"],
      engines: ["vllm", "trtllm"],
      batches: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
    });
    expect(best.length).toBeGreaterThan(3);
    const { beaten = 0, goal = 0, memory = 0, capacity = 0 } = tally.ruledOut;
    for (const count of [beaten, goal, memory, capacity]) expect(count).toBeGreaterThan(0);
    expect(tally.evaluated).toBeLessThan(tally.configurations / 2);
  });

  it("agrees with the estimate of its options to the last digit", () => {
    fc.assert(
      fc.property(scenarios, spaces, (scenario, space) => {
        const { best, fronts } = search(scenario, space);
        const points = [...best, ...fronts.speed].map(({ point }) => point).slice(0, 6);
        const whole = estimate({ ...scenario, options: points.map(({ option }) => option) }, LOOKUP);
        for (const [index, { cost, ttft, tpot, answer }] of points.entries()) {
          const figures = whole.options[index]?.figures;
          expect(figures).toMatchObject({ costPerToken: cost, ttft, tpot, requestLatency: answer });
        }
      }),
      { numRuns: 5 },
    );
  });
});

describe("hands that share a space out", () => {
  const scenario = scenarioSchema.parse({
    workload: { model: "qwen3-32b" },
    options: [{ accelerator: "nvidia-l40s" }],
  });
  const space: Space = {
    candidates: CHIPS.map((accelerator) => ({ accelerator, pricePerHour: 2 })),
    counts: [1, 2],
    weights: ["fp8", "bf16"],
    caches: ["fp8"],
    engines: ["vllm"],
    batches: [1, 8, 64],
  };
  /** A hand that takes its time, each time another. */
  const hand = (question: Exploration): Hand => ({
    search: async (slice, known) => {
      await new Promise((resolve) => setTimeout(resolve, (slice.weights.length * 7) % 3));
      return searchSlice(question, slice, known);
    },
    simulate: async (proposal, below) => simulated(question, proposal, below),
  });

  it("find what one finds alone, whatever comes first, and report every slice", async () => {
    const question = new Exploration(scenario, LOOKUP, space);
    const reports: number[] = [];
    const hands = [hand(question), hand(question), hand(question)];
    const found = await exploreWith(hands, { scenario, space }, ({ done }) => reports.push(done));
    const alone = search(scenario, space);
    expect(found.best).toEqual(alone.best);
    expect(found.best.every(({ way }) => !way.simulated)).toBe(true);
    expect(found.tally.configurations).toBe(alone.tally.configurations);
    expect(found.fronts.speed.map(({ x, y }) => [x, y])).toEqual(
      alone.fronts.speed.map(({ x, y }) => [x, y]),
    );
    expect(reports).toEqual(CHIPS.flatMap((_, index) => [2 * index + 1, 2 * index + 2]));
  });

  it("stop when they are told to, with what they have", async () => {
    const stop = new AbortController();
    const question = new Exploration(scenario, LOOKUP, space);
    const found = await exploreWith([hand(question)], { scenario, space }, () => stop.abort(), stop.signal);
    expect(found.tally.configurations).toBe(search(scenario, space).tally.configurations / 10);
  });
});

describe("a front", () => {
  it("holds exactly the points that no other beats", () => {
    const place = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.record({ x: place, y: place }), { minLength: 1 }), (points) => {
        const front = paretoFront(points.slice(0, 3), points.slice(3));
        const beats = (a: (typeof points)[number], b: (typeof points)[number]) => a.x <= b.x && a.y <= b.y;
        for (const point of points) {
          expect(isBeaten(front, point)).toBe(true);
          const on = front.some(({ x, y }) => x === point.x && y === point.y);
          const beaten = points.some(
            (other) => beats(other, point) && (other.x !== point.x || other.y !== point.y),
          );
          expect(on).toBe(!beaten);
        }
        for (const point of front)
          expect(
            isBeaten(
              front.filter((other) => other !== point),
              point,
            ),
          ).toBe(false);
      }),
    );
  });
});
