import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, estimate } from "@/lib/engine";
import type { BookSheet } from "@/lib/export/workbook/book";
import { gatesSheet } from "@/lib/export/workbook/gates-sheet";
import { measureSheet } from "@/lib/export/workbook/measure-sheet";
import { type Gate, gateOf } from "@/lib/measure/gate";
import { ownLoad, pointsOf } from "@/lib/measure/points";
import { parseScenario, type Scenario } from "@/lib/scenario";
import { goalIds, statisticOf } from "@/lib/view/goals";
import { gateStages, gatesMarkdown } from "@/lib/view/prove/gate-lines";
import { measureSentences } from "@/lib/view/prove/measure-lines";
import { planGates } from "@/lib/view/prove/plan-gates";
import { servedOption } from "@/lib/view/prove/to-serve";
import { simulatedInterval } from "@/lib/view/simulated-range";
import { simulatedText } from "@/lib/view/simulated-time";
import { RUN } from "../measured-run";
import { lookup } from "../view/estimates";

const H100 = "nvidia-h100-sxm-80gb";
function planned(changes: object = {}) {
  const reading = parseScenario({
    workload: { model: "meta-llama-3.1-8b", batch: 16 },
    serving: { weights: "bf16", kvCache: "bf16" },
    options: [{ accelerator: H100, replicas: 4 }],
    ...changes,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return estimate(reading.scenario, lookup);
}
const gates = (changes?: object) =>
  new Map(planGates(planned(changes), 0, lookup).map((gate) => [gate.id, gate]));
const measured = (values: object, changes: object = {}) => ({
  measurements: [
    {
      ...RUN,
      measured: values,
      ...changes,
    },
  ],
});

describe("a gate", () => {
  const asked = { id: "x", stage: "before", what: "", owner: "", unit: "s", basis: "" } as const;
  const value = fc.double({ min: 0.01, max: 100, noNaN: true });

  it("is decided by what was measured, else by how the range lies to it", () => {
    fc.assert(
      fc.property(value, value, value, value, fc.boolean(), (threshold, a, b, seen, most) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const side = most ? ("at most" as const) : ("at least" as const);
        const keeps = (each: number) => (most ? each <= threshold : each >= threshold);
        const expected = { value: (low + high) / 2, low, high };
        const said = gateOf({ ...asked, side, threshold, expected }).verdict;
        const kept = [low, high].filter(keeps).length;
        expect(said).toBe(["doubtful", "uncertain", "expected"][kept]);
        expect(gateOf({ ...asked, side, threshold, expected, measured: seen }).verdict).toBe(
          keeps(seen) ? "met" : "missed",
        );
        expect(gateOf({ ...asked, side, threshold: undefined, expected, measured: seen }).verdict).toBe(
          "open",
        );
      }),
    );
  });
});

describe("the gates of a plan", () => {
  it("take their thresholds from its goals, else from the worse end of its ranges", () => {
    const { options } = planned();
    const free = gates();
    expect(free.get("ttft")?.threshold).toBe(options[0]?.ranges.ttft?.high);
    expect(free.get("throughput")?.threshold).toBeCloseTo((options[0]?.ranges.outputRate?.low ?? 0) / 4);
    expect(free.get("cost")?.threshold).toBe(options[0]?.ranges.costPerToken?.high);
    expect(free.get("canary")?.threshold).toBe(1 / 4);
    const bound = gates({ goals: { ttft: 0.2, tpot: 0.02, accuracy: 0.99, headroom: 0.3 } });
    expect(bound.get("ttft")).toMatchObject({ threshold: 0.2, basis: "the plan's goal" });
    expect(bound.get("tpot-alert")?.threshold).toBeCloseTo(0.03);
    expect(bound.get("accuracy")).toMatchObject({ threshold: 0.99, verdict: "open" });
    expect(bound.get("load-alert")?.threshold).toBeCloseTo(0.7);
    expect(bound.get("memory")?.verdict).toBe("expected");
  });

  it("are decided by a measurement at its own point, and by none of another", () => {
    const goals = { goals: { ttft: 0.1, tpot: 0.02 } };
    const seen = gates({
      ...goals,
      ...measured({ ttft_ms: 150, tpot_ms: 9, output_tokens_per_s_total: 1500 }),
    });
    expect(seen.get("ttft")).toMatchObject({ measured: 0.15, verdict: "missed" });
    expect(seen.get("tpot")).toMatchObject({ measured: 0.009, verdict: "met" });
    expect(seen.get("throughput")?.measured).toBe(1500);
    for (const other of [
      { concurrency: 64 },
      { on: false },
      { tp: 2, accelerators: 2 },
      { engine: "sglang" },
    ])
      expect(gates({ ...goals, ...measured({ ttft_ms: 150 }, other) }).get("ttft")?.measured).toBeUndefined();
  });

  it("say of a percentile's gate that a mean misses it, never that a mean keeps it", () => {
    const goals = { goals: { ttft: 0.1, ttftAt: "p95" } };
    const verdict = (ttft_ms: number) => gates({ ...goals, ...measured({ ttft_ms }) }).get("ttft")?.verdict;
    expect(verdict(50)).toBe("open");
    expect(verdict(200)).toBe("missed");
  });

  it.each([
    [{ load: "rate", requestRate: 20 }, /in the busiest hour$/],
    [{ load: "batch" }, /with 16 who ask again at once$/],
  ])("have the range that the board shows of the same time, and name its load: %o", (traffic, load) => {
    for (const at of ["mean", "p95"] as const) {
      const goals = { ttft: 1, tpot: 0.05, answer: 30, ttftAt: at, tpotAt: at, answerAt: "p95" };
      const { scenario } = planned({ traffic, goals });
      const plan = answer(scenario, lookup);
      const [option] = plan.options;
      if (!option) throw new Error("the plan has an option");
      const all = planGates(plan, 0, lookup);
      for (const goal of goalIds) {
        const gate = all.find(({ id }) => id === goal);
        const { value, low, high } = simulatedInterval(option, goal, statisticOf(scenario, goal)) ?? {};
        expect(value).toBeGreaterThan(0);
        expect(gate?.expected).toMatchObject({ value, low, high });
        expect(gate?.what).toMatch(load);
        expect(gate?.what).toContain(simulatedText(goal, statisticOf(scenario, goal)));
      }
    }
  });

  it("hold a benchmark's means to what the plan says of a benchmark, where people's requests come by chance", () => {
    const { scenario } = planned({
      traffic: { load: "rate", requestRate: 20 },
      goals: { ttft: 0.5, tpot: 0.03 },
    });
    const inFlight = answer(scenario, lookup).options[0]?.operation?.patch.batch ?? 0;
    const run = { concurrency: ownLoad(inFlight), tp: 1, accelerators: 1 };
    const at = (ttft_ms: number, tpot_ms: number) => {
      const { measurements } = measured({ ttft_ms, tpot_ms, output_tokens_per_s_total: 1e5 }, run);
      const [full] = planned({ traffic: scenario.traffic, goals: scenario.goals, measurements }).scenario
        .measurements as object[];
      const plan = answer({ ...scenario, measurements: [full] } as Scenario, lookup);
      return new Map(planGates(plan, 0, lookup).map((gate) => [gate.id, gate]));
    };
    const quick = at(1, 1);
    for (const id of ["ttft", "tpot"]) {
      expect(quick.get(id)).toMatchObject({ measured: undefined });
      expect(quick.get(`${id}-benchmark`)).toMatchObject({ verdict: "met" });
      expect(quick.get(`${id}-benchmark`)?.what).toContain(`with ${ownLoad(inFlight)} in flight`);
    }
    expect(quick.get("throughput")).toMatchObject({ measured: 1e5, verdict: "met" });
    // As many times the output that was expected of a replica, as many times less a token costs.
    const [output, cost] = [quick.get("throughput"), quick.get("cost")];
    const times = 1e5 / (output?.expected?.value ?? 0);
    expect(cost?.measured).toBeCloseTo((cost?.expected?.value ?? 0) / times, 12);
    // So much output is no load that keeps the goals.
    expect(at(1, 300).get("throughput")?.measured).toBeUndefined();
  });

  it("are written as Markdown with every owner, threshold and verdict, whatever the plan is called", () => {
    const all = [...gates({ goals: { ttft: 0.2 } }).values()];
    const text = gatesMarkdown("A | b\n# c", pointsOf({ batch: 16 }), all, undefined, ["Measure A first."]);
    expect(text).toContain("\n\nMeasure A first.\n\n");
    expect(text.split("\n")[0]).toBe("# A | b # c: measurement plan and gates");
    for (const { lines } of gateStages(all, undefined))
      for (const { owner, threshold, verdictText } of lines)
        for (const said of [`| ${owner} | ${threshold} |`, `${verdictText} |`]) expect(text).toContain(said);
    for (const row of text.split("\n").filter((line) => line.startsWith("|")))
      expect([3, 7]).toContain(row.split(/(?<!\\)\|/).length - 2);
  });

  it("are the same in the workbook, with the same measurement plan before them", () => {
    // At prices like these a measurement decides between the two (test/view/prove/deciding.test.ts).
    const plan = planned({
      goals: { ttft: 0.2 },
      options: [
        { accelerator: H100, replicas: 4, pricePerHour: 2 },
        { accelerator: "nvidia-h200-sxm-141gb", replicas: 4, pricePerHour: 2.6 },
      ],
    });
    const sentences = measureSentences(plan, lookup);
    expect(sentences).toHaveLength(2);
    const textOf = ({ rows }: BookSheet) => rows.map((row) => row.map((cell) => String(cell?.value ?? "")));
    const measure = textOf(measureSheet(plan, ["A", "B"], lookup));
    expect(measure.map(([first]) => first)).toEqual(expect.arrayContaining(sentences));
    const sheet = textOf(gatesSheet(plan, ["A", "B"], lookup));
    for (const [index, name] of ["A", "B"].entries()) {
      const points = servedOption(plan, index, lookup)?.points ?? [];
      const markdown = gatesMarkdown(name, points, planGates(plan, index, lookup), undefined, sentences);
      expect(points.length).toBeGreaterThan(1);
      for (const { inFlight, why, repeats } of points)
        expect(measure).toContainEqual([name, String(inFlight), why, String(repeats)]);
      for (const sentence of sentences) expect(markdown).toContain(`\n\n${sentence}\n\n`);
      const lines = markdown.split("\n");
      for (const [option, , what, owner, , , , , , , , verdict] of sheet)
        if (option === name)
          expect(
            lines.filter((line) => [what, owner, verdict].every((each) => line.includes(`| ${each} |`))),
          ).toHaveLength(1);
    }
  });

  it("name what a person has to set", () => {
    const { lines } = gateStages([...gates({ serving: { weights: "awq3" } }).values()], undefined)[1] ?? {
      lines: [],
    };
    expect(lines.find(({ id }) => id === "accuracy")).toMatchObject({ verdictText: "To be found" });
    expect(planGates(planned({ workload: { model: "meta-llama-3.1-405b" } }), 0, lookup)).toEqual(
      [] as Gate[],
    );
  });
});

describe("the loads to measure", () => {
  it("are few, in order, told apart, within memory, the plan's own and one request alone among them", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4096 }),
        fc.option(fc.integer({ min: 0, max: 4096 }), { nil: undefined }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (batch, good, room) => {
          const capacity = batch * (1 + room);
          const loads = pointsOf({ batch, good, capacity }).map(({ inFlight }) => inFlight);
          expect(loads.length).toBeLessThanOrEqual(4);
          expect(loads).toContain(batch);
          expect(Math.min(...loads)).toBe(1);
          expect(loads.filter((load) => load !== good).every((load) => load <= capacity)).toBe(true);
          for (let at = 1; at < loads.length; at++)
            expect(loads[at]).toBeGreaterThan((loads[at - 1] as number) * 1.1);
        },
      ),
    );
  });
});
