import fc from "fast-check";
import { expect, it } from "vitest";
import { isRefused, type Sized, sized } from "@/lib/engine";
import { scenarioSchema } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "../plans";

/** How many random questions the law is tried on: QUESTIONS=300 for a long run. */
const QUESTIONS = Number(process.env.QUESTIONS ?? 4);

const statistic = fc.constantFrom("mean", "p50", "p90", "p95", "p99");
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Questions whose goals lie about what their options reach, so that a part keeps them and a part just misses. */
const questions = fc.record({
  model: fc.constantFrom("meta-llama-3.1-8b", "qwen3-30b-a3b"),
  accelerator: fc.constantFrom("nvidia-h100-sxm-80gb", "nvidia-l40s", "amd-mi300x"),
  inputTokens: fc.constantFrom(100, 1000, 6000),
  outputTokens: fc.constantFrom(50, 300, 900),
  spread: fc.constantFrom(0, 0.8, 1.5),
  traffic: fc.oneof(
    fc.record({
      load: fc.constant("rate"),
      requestRate: fc.constantFrom(2, 20, 80),
      burstiness: fc.constantFrom(1, 3),
    }),
    fc.record({
      load: fc.constant("users"),
      users: fc.constantFrom(50, 600),
      thinkTime: fc.constantFrom(5, 30),
    }),
  ),
  spare: fc.constantFrom(0, 0, 1),
  headroom: fc.constantFrom(0, 0.15),
  goals: fc.record({
    ttft: maybe(fc.double({ min: 0.03, max: 0.6, noNaN: true })),
    ttftAt: statistic,
    tpot: maybe(fc.double({ min: 0.006, max: 0.04, noNaN: true })),
    tpotAt: statistic,
    answer: maybe(fc.double({ min: 1, max: 25, noNaN: true })),
    answerAt: statistic,
  }),
});

it("finds the fewest replicas that keep every goal, wherever some number of them does", () => {
  fc.assert(
    fc.property(
      questions,
      ({ model, accelerator, inputTokens, outputTokens, spread, traffic, goals, ...more }) => {
        const scenario = scenarioSchema.parse({
          workload: { model, inputTokens, outputTokens, inputSpread: spread, outputSpread: spread },
          serving: { weights: "fp8" },
          traffic,
          goals: { ...goals, ...more },
          options: [{ accelerator, pricePerHour: 2 }],
        });
        const plan = planOf(scenario, 0);
        const sizedAs = (replicas?: number): Sized => {
          const option = replicas === undefined ? plan.option : { ...plan.option, replicas };
          const found = sized({ ...plan, option }, LOOKUP);
          if (isRefused(found)) throw new Error(found.message);
          return found;
        };
        const found = sizedAs();
        const { replicas, keeps, need = 0 } = found;
        expect(Math.max(1, Math.ceil(need - 1e-6)) + more.spare).toBe(replicas);
        if (!keeps)
          for (const count of [replicas + 1, 2 * replicas, 10_000])
            expect(sizedAs(Math.min(10_000, count)).keeps, `${replicas}, and ${count}`).toBe(false);
        if (!keeps || replicas - more.spare < 2) return;
        // One fewer misses a goal, or has less room at the peak than is asked for.
        const fewer = sizedAs(replicas - 1);
        const room = 1 - (fewer.rate * (replicas - 1)) / (replicas - 1 - more.spare) / found.goodRate;
        expect(!fewer.keeps || room < more.headroom + 1e-6, `${replicas - 1} would do`).toBe(true);
      },
    ),
    { numRuns: QUESTIONS },
  );
});
