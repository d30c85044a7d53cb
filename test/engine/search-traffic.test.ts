import { describe, expect, it } from "vitest";
import { answer, answerOption, estimate } from "@/lib/engine";
import {
  cheapestOfEach,
  exploreWith,
  type Hand,
  type Space,
  searchSlice,
  simulated,
} from "@/lib/engine/explore";
import { Exploration } from "@/lib/engine/explore/exploration";
import { scenarioSchema } from "@/lib/scenario";
import { LOOKUP } from "./plans";

describe("the search for a traffic", () => {
  it("sizes what it finds, simulates it where a goal is for a percentile, and agrees with an estimate of it", async () => {
    const scenario = scenarioSchema.parse({
      workload: { model: "meta-llama-3.1-70b", inputSpread: 1, outputSpread: 0.8 },
      traffic: { load: "users", users: 3000 },
      goals: { ttft: 1, ttftAt: "p95", tpot: 0.05 },
      options: [{ accelerator: "nvidia-h100-sxm-80gb" }],
    });
    const space: Space = {
      candidates: [
        { accelerator: "nvidia-h100-sxm-80gb", pricePerHour: 2 },
        { accelerator: "nvidia-l40s", pricePerHour: 0.1 },
      ],
      counts: [1, 2, 4],
      weights: ["fp8"],
      caches: ["fp8"],
      engines: ["vllm"],
      batches: [1, 4, 16, 64, 256],
    };
    const question = new Exploration(scenario, LOOKUP, space);
    const hand: Hand = {
      search: async (slice, known) => searchSlice(question, slice, known),
      simulate: async (proposal, below) => simulated(question, proposal, below),
    };
    const found = await exploreWith([hand], { scenario, space }, () => undefined);
    const ways = cheapestOfEach(found);
    expect(ways.length).toBeGreaterThan(0);
    for (const { option, settled, figures, keeps } of ways) {
      expect(option.batch).toBeUndefined();
      expect(option.replicas).toBeUndefined();
      expect(keeps).toBe(true);
      expect(figures).toMatchObject({ acceleratorCount: option.tp * option.pp * (settled.replicas ?? 0) });
      const whole = estimate({ ...scenario, options: [settled] }, LOOKUP).options[0];
      expect(whole?.figures).toMatchObject(figures);
      const own = answer({ ...scenario, options: [option] }, LOOKUP).options[0];
      expect(own?.operation).toMatchObject({ keeps: true, replicas: settled.replicas });
      expect(own?.figures).toMatchObject(figures);
    }
    // Neither another split of an accelerator nor the plan's own options keep the goals for less.
    for (const { option, rank } of ways)
      for (const tp of space.counts) {
        const split = { ...option, tp, pp: 1 };
        const { operation, figures } = answerOption({ ...scenario, options: [split] }, 0, LOOKUP);
        if (operation?.keeps) expect(figures.monthlyCost, `TP ${tp}`).toBeGreaterThanOrEqual(rank);
      }
    const [first] = ways;
    if (!first) throw new Error("some way keeps the goals");
    const drafted = { ...first.option, speculation: "eagle", engine: "vllm" } as const;
    const mine = answerOption({ ...scenario, options: [drafted] }, 0, LOOKUP);
    const again = await exploreWith(
      [hand],
      { scenario: { ...scenario, options: [drafted] }, space },
      () => undefined,
    );
    const same = cheapestOfEach(again).find(({ option }) => option.accelerator === drafted.accelerator);
    expect(mine.operation?.keeps).toBe(true);
    expect(same?.rank).toBeLessThanOrEqual(mine.figures.monthlyCost ?? 0);
    // Who writes on a batch of one on L40S is cheap and too slow for anyone.
    expect(found.tally.ruledOut.goal ?? 0).toBeGreaterThan(0);
  });
});
