import { describe, expect, it } from "vitest";
import { months } from "@/lib/view/monthly";
import { movedFigures, movedTable } from "@/lib/view/moved";
import { plan } from "./made-plan";

describe("what moved", () => {
  const figures = (costPerToken?: number, ttft?: number) => ({
    ...(costPerToken === undefined ? {} : { costPerToken }),
    ...(ttft === undefined ? {} : { ttft }),
  });
  const between = (before: object, after: object) =>
    movedFigures(plan({ figures: before }), plan({ figures: after })).map(
      ({ label, before: old, after: now, change }) => [label, old, now, change],
    );

  it("is what differs by more than arithmetic does", () => {
    expect(between(figures(2e-6, 1), figures(3e-6, 1 + 1e-12))).toEqual([
      ["Cost, blended", 2e-6, 3e-6, expect.closeTo(0.5, 9)],
    ]);
    expect(between(figures(2e-6), figures(1e-6))).toEqual([["Cost, blended", 2e-6, 1e-6, -0.5]]);
    expect(between(figures(2e-6), figures())).toEqual([["Cost, blended", 2e-6, null, null]]);
    expect(between(figures(), figures(2e-6))).toEqual([["Cost, blended", null, 2e-6, null]]);
    expect(between(figures(0), figures(2e-6))).toEqual([["Cost, blended", 0, 2e-6, null]]);
    expect(between(figures(0), figures(0))).toEqual([]);
  });

  it("stands in the unit that suits both sides", () => {
    const moved = movedFigures(plan({ figures: figures(2e-6) }), plan({ figures: figures(3e-6) }));
    expect(movedTable(moved).rows).toEqual([
      {
        option: "Chip",
        figure: "Cost, blended",
        unit: "$/Mtok",
        before: expect.closeTo(2, 9),
        after: expect.closeTo(3, 9),
        change: expect.closeTo(50, 9),
      },
    ]);
    const gone = movedFigures(plan({ figures: figures(2e-6) }), plan({}));
    expect(movedTable(gone).rows[0]).toMatchObject({ after: null, change: null });
  });

  it("and a month are of every option by its name", () => {
    const figures = {
      monthlyRequests: 1,
      monthlyInputTokens: 2,
      monthlyOutputTokens: 3,
      monthlyCost: 4,
      monthlyEnergy: 5,
    };
    expect(months(plan({ figures }, { figures, feasible: false }, {}))).toEqual([
      {
        name: "Chip (1)",
        accelerator: "chip",
        requests: 1,
        inputTokens: 2,
        outputTokens: 3,
        cost: 4,
        energy: 5,
      },
      {
        name: "Chip (2)",
        accelerator: "chip",
        requests: 1,
        inputTokens: 2,
        outputTokens: 3,
        cost: null,
        energy: 5,
      },
      expect.objectContaining({ name: "Chip (3)", requests: null, cost: null, energy: null }),
    ]);
  });
});
