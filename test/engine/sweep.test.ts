import { expect, it } from "vitest";
import { estimate, type FigureId, isRefused, sweep } from "@/lib/engine";
import { applyPatch, defaultScenario } from "@/lib/scenario";
import { LOOKUP } from "./plans";

it.each(["continuous", "static", "offline"] as const)(
  "a sweep that asks for one figure alone computes it as the whole plan does, %s",
  (batching) => {
    const scenario = applyPatch(defaultScenario, { serving: { batching } });
    const { inputTokens, outputTokens, batch } = scenario.workload;
    const figures = estimate(scenario, LOOKUP).options[0]?.figures ?? {};
    expect(Object.keys(figures).length).toBeGreaterThan(90);
    for (const [id, value] of Object.entries(figures)) {
      const rows = sweep(scenario, 0, LOOKUP, [{ inputTokens, outputTokens, batch }], [id as FigureId]);
      expect(isRefused(rows) ? rows.message : rows, id).toEqual([[value]]);
    }
  },
);
