import { describe, expect, it } from "vitest";
import { answer, explain, headline } from "@/lib/engine";
import { applyPatch, defaultScenario } from "@/lib/scenario";
import { boardTable } from "@/lib/view/board/board-table";
import { trafficTable } from "@/lib/view/board/traffic-table";
import { compareTable } from "@/lib/view/compare";
import { goalChecks, goalIds } from "@/lib/view/goals";
import { interval } from "@/lib/view/headline";
import { movedFigures } from "@/lib/view/moved";
import { explainSimulated } from "@/lib/view/simulated-explanation";
import { simulatedInterval, simulatedTimes } from "@/lib/view/simulated-range";
import { simulatedAddress } from "@/lib/view/simulated-time";
import { standingOf } from "@/lib/view/standing";
import { cellValue, columnScale } from "@/lib/view/table";
import { lookup } from "./estimates";

const asked = (goals: object, more: Parameters<typeof applyPatch>[1] = {}) =>
  answer(applyPatch(defaultScenario, { goals, ...more }), lookup);
const percentiles = answer(defaultScenario, lookup);
const means = asked({ ttft: 0.4, ttftAt: "mean", tpot: 0.04, answer: 20 });
const static1 = asked({ ttft: 2, ttftAt: "mean", answer: 30 }, { serving: { batching: "static" } });
const batch = asked({ ttftAt: "mean" }, { traffic: { load: "batch" } });

describe("a time of a plan", () => {
  it("is called a benchmark's where it is one, and else whose it is, with what was simulated", () => {
    for (const plan of [percentiles, means, static1]) {
      for (const table of [boardTable(plan), compareTable(plan)]) {
        const times = table.columns.filter(({ label }) => /TTFT/.test(label));
        expect(times[0]?.label).toMatch(/^(Mean|P95) TTFT$/);
        for (const { id, label } of times)
          for (const [place, row] of table.rows.entries()) {
            const index = typeof row[id] === "object" ? (row[id]?.option ?? place) : place;
            const option = plan.options[index];
            const said = option?.operation?.percentiles?.ttft;
            const expected =
              label === headline("ttft").label
                ? option?.figures.ttft
                : said?.[label.startsWith("Mean") ? "mean" : "p95"].value;
            expect(cellValue(row[id])).toBe(expected);
          }
      }
    }
    expect(boardTable(batch).columns.map(({ label }) => label)).toContain("Benchmark TTFT");
    expect(compareTable(batch).columns.filter(({ label }) => /TTFT/.test(label))).toHaveLength(1);
  });

  it("is the same on the card, in the table of traffic and on the board", () => {
    const row = trafficTable(percentiles, 0).rows[0];
    const found = simulatedInterval(percentiles.options[0] as never, "ttft", "p95");
    const table = boardTable(percentiles);
    const column = table.columns.find(({ id }) => id === "ttft");
    if (!column || !found) throw new Error("the board has a time to first token");
    expect(row?.unit).toBe("ms");
    expect(cellValue(row?.p95)).toBeCloseTo(found.value * 1000, 9);
    expect(columnScale(table, column).text(found.value)).toBe(found.value.toFixed(3).slice(2));
    expect(cellValue(table.rows[0]?.ttft)).toBe(found.value);
  });

  it("judges the goals at the mean as the operating point does, whatever the server waits for", () => {
    for (const plan of [percentiles, means, static1])
      for (const [index, option] of plan.options.entries()) {
        const missed = standingOf(plan, index).missed.map(({ goal }) => goal);
        expect(missed).toEqual(option.operation?.missing.map(({ of }) => of));
        for (const { goal, at, value } of goalChecks(option, plan.scenario))
          expect(value).toBe(option.operation?.percentiles?.[goal][at].value);
      }
    // A benchmark's first token comes later than any goal allows, and the traffic's within it.
    const [first] = means.options;
    expect(first?.figures.ttft).toBeGreaterThan(0.4);
    expect(standingOf(means, 0).kind).toBe("kept");
  });

  it("has a range no narrower than the prediction's, and says what it is made of", () => {
    for (const [index, option] of percentiles.options.entries())
      for (const { goal, at } of simulatedTimes(percentiles)) {
        const found = simulatedInterval(option, goal, at);
        const predicted = interval(option, goal === "ttft" ? "ttft" : "tpot");
        if (!found || !predicted) throw new Error("both are known");
        expect(found.high / found.value).toBeGreaterThan(predicted.high / predicted.value);
        expect(found.value / found.low).toBeGreaterThan(predicted.value / predicted.low);
        const explained = explainSimulated(percentiles, index, simulatedAddress(goal, at), (address) =>
          explain(percentiles.scenario, lookup, index, address, option.operation?.patch),
        );
        expect(explained?.explanation.value).toBe(found.value);
        expect(explained?.explanation.inputs.map(({ address }) => address)).toContain(
          goal === "ttft" ? "ttft" : "tpot",
        );
      }
    expect(explainSimulated(percentiles, 0, "simulated.queue.p95", () => undefined)).toBeUndefined();
    expect(explainSimulated(batch, 0, "simulated.ttft.p95", () => undefined)).toBeUndefined();
  });

  it("is among what moved between two plans", () => {
    const labels = movedFigures(percentiles, means).map(({ label }) => label);
    for (const label of ["P95 TTFT", "Mean TTFT", "P95 TPOT", "Mean TPOT", "Benchmark TTFT"])
      expect(labels).toContain(label);
    expect(goalIds.some((goal) => labels.includes(goal))).toBe(false);
  });
});
