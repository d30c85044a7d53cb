import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, type Estimate, estimate } from "@/lib/engine";
import { applyPatch, defaultScenario, fields, parseScenario } from "@/lib/scenario";
import { answerOf } from "@/lib/view/board/answer";
import { bandsOf, boardOf } from "@/lib/view/board/board";
import { boardTable } from "@/lib/view/board/board-table";
import { evidenceOf } from "@/lib/view/board/evidence";
import { questionPaths, questionSentence, questionText } from "@/lib/view/board/question";
import { measuredScenario } from "@/lib/view/operating";
import { isEligible } from "@/lib/view/standing";
import { cellValue } from "@/lib/view/table";
import { timeBars } from "@/lib/view/time-parts";
import { estimated, lookup, mixed } from "../estimates";

const withGoals = (plan: Estimate, ttft: number | undefined, tpot: number | undefined) =>
  estimate(applyPatch(plan.scenario, { goals: { ttft, tpot } }), lookup);

const wide = estimated([
  { accelerator: "nvidia-h200-sxm-141gb", tp: 2, weights: "bf16" },
  { accelerator: "nvidia-h200-sxm-141gb" },
  { accelerator: "nvidia-l40s" },
  { accelerator: "aws-graviton4" },
  { accelerator: "amd-mi300x" },
]);

describe("the board", () => {
  const limits = fc.option(fc.double({ min: 0.005, max: 3, noNaN: true }), { nil: undefined });

  it("ranks who keeps the goals by cost, then who runs, then who does not; every option once", () => {
    fc.assert(
      fc.property(limits, limits, (ttft, tpot) => {
        const plan = withGoals(wide, ttft, tpot && tpot / 10);
        const { kept, rest } = boardOf(plan);
        expect([...kept, ...rest].map(({ index }) => index).sort()).toEqual(
          plan.options.map((_, index) => index),
        );
        expect(kept.every(({ standing }) => isEligible(standing))).toBe(true);
        for (const group of [kept, rest.filter(({ option }) => option.verdict.feasible)]) {
          const costs = group.map(({ cost }) => cost?.value ?? Number.MAX_VALUE);
          expect(costs).toEqual(costs.toSorted((a, b) => a - b));
        }
        const runs = rest.map(({ option }) => option.verdict.feasible);
        expect(runs).toEqual(runs.toSorted((a, b) => Number(b) - Number(a)));
        for (const { difference, cost } of kept.slice(1))
          expect(difference).toBeCloseTo((cost?.value ?? 0) / (kept[0]?.cost?.value ?? 1) - 1, 12);
      }),
      { numRuns: 20 },
    );
  });

  it("crowns nobody where no option keeps the goals, and says who comes nearest and what it misses", () => {
    const plan = withGoals(wide, 1e-3, 1e-3);
    const board = boardOf(plan);
    const answer = answerOf(plan, board);
    expect(board.kept).toEqual([]);
    expect(answer.kind).toBe("none");
    if (answer.kind === "none") {
      expect(answer.says).toBe("No option keeps the goals");
      expect(answer.because).toMatch(/ comes nearest: misses TTFT by .*, TPOT by /);
    }
    expect(
      boardTable(plan)
        .rows.map(({ standing }) => String(standing))
        .join(),
    ).not.toContain("cheapest");
  });

  it("asks nothing that is not known of what cannot run", () => {
    const { kept, rest } = boardOf(withGoals(mixed(), 1, 0.1));
    for (const { option, goals } of [...kept, ...rest])
      expect(goals.map(({ goal }) => goal)).toEqual(option.verdict.feasible ? ["ttft", "tpot"] : []);
    expect(rest.some(({ option }) => !option.verdict.feasible)).toBe(true);
  });

  it("answers with the first row and how far the others are", () => {
    const answer = answerOf(wide, boardOf(wide));
    if (answer.kind !== "found") throw new Error("an option runs");
    const [first] = boardTable(wide).rows;
    expect(answer.name).toBe(cellValue(first?.option));
    expect(answer.others).toHaveLength(boardOf(wide).kept.length - 1);
    for (const other of answer.others) expect(other).toMatch(/ (\+[\d.]+ %|×[\d.,]+)$/);
  });

  it("does not say that goals are kept whose times are still being simulated", () => {
    const goals = { ttft: 2, ttftAt: "p95" as const };
    const asked = applyPatch(wide.scenario, { traffic: { load: "users", users: 300 }, goals });
    const said = [false, true].map((simulate) => {
      const plan = answer(asked, lookup, { simulate });
      const found = answerOf(plan, boardOf(plan));
      return found.kind === "found" && { says: found.says, open: found.open };
    });
    expect(said).toEqual([
      { says: "may keep the goals", open: true },
      { says: expect.stringMatching(/^keeps? the goals$/), open: false },
    ]);
  });

  it("shows what a row's numbers rest on", () => {
    const kinds = wide.options.map((option) => evidenceOf(option)?.kind);
    expect(kinds[1]).toBe("predicted");
    expect(kinds[3]).toBe("extrapolated");
  });

  it("gives the whole time of a step to its parts", () => {
    for (const { total, parts } of timeBars(wide, 0)) {
      expect(parts.reduce((sum, { time }) => sum + time, 0) / total).toBeCloseTo(1, 9);
      expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }
    expect(timeBars(wide, 0).map(({ frame }) => frame)).toEqual(["decode", "prefill", "first"]);
    const [first] = timeBars(wide, 0).slice(2);
    expect(first?.total).toBe(wide.options[0]?.figures.ttft);
    expect(first?.parts.map(({ part }) => part)).toEqual(["own", "handling", "waiting"]);
    expect(timeBars(mixed(), 2)).toEqual([]);
  });
});

it("asks for measurements of what runs on a replica at the operating point, as a plan that can be asked", () => {
  const sized = answer(applyPatch(wide.scenario, { traffic: { load: "users", users: 700 } }), lookup, {
    simulate: false,
  });
  const asked = measuredScenario(sized);
  expect(parseScenario(asked)).toEqual({ ok: true, scenario: asked });
  for (const [index, { operation }] of sized.options.entries()) {
    if (!operation) continue;
    expect(Math.abs((asked.options[index]?.batch ?? 0) - Number(operation.patch.batch))).toBeLessThanOrEqual(
      0.5,
    );
  }
});

describe("bands of cost", () => {
  const of = (low: number, value: number, high: number) => ({ low, value, high, basis: "" });

  it("lie on one scale from zero where costs are alike, on a logarithmic one where they are not", () => {
    const [a, b] = bandsOf([of(1, 2, 3), of(2, 3, 4)]);
    expect([a?.value, b?.high]).toEqual([0.5, 1]);
    const [c, d] = bandsOf([of(1, 2, 3), of(20, 100, 200)]);
    expect(d?.high).toBe(1);
    expect(c?.low).toBeGreaterThan(0.05);
    expect((d?.value ?? 0) - (c?.value ?? 0)).toBeLessThan(0.8);
  });

  it("keep their order within the bar, whatever the costs are", () => {
    const cost = fc.double({ min: 1e-9, max: 1e-3, noNaN: true });
    const spread = fc.double({ min: 1, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(cost, spread), { minLength: 1, maxLength: 6 }), (costs) => {
        for (const band of bandsOf(costs.map(([value, by]) => of(value / by, value, value * by)))) {
          if (!band) throw new Error("a cost has a band");
          expect(band.low).toBeGreaterThanOrEqual(0);
          expect(band.value).toBeGreaterThanOrEqual(band.low - 1e-12);
          expect(band.high).toBeGreaterThanOrEqual(band.value - 1e-12);
          expect(band.high).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });
});

describe("the question", () => {
  const said = (patch: Parameters<typeof applyPatch>[1]) =>
    questionSentence(applyPatch(defaultScenario, patch), (id) => id)
      .map(({ lead, text }) => `${lead} [${text}]`)
      .join(" ");

  it("is one sentence in people's words", () => {
    expect(said({ traffic: { load: "users" } })).toBe(
      "Serve [meta-llama-3.1-70b] to [2,000 users] · [1,000 → 500 tok] · [P95 TTFT ≤ 1 s, TPOT ≤ 50 ms] · [rented, united-states]",
    );
    expect(said({ traffic: { load: "tokens", tokensPerDay: 1e7 } })).toContain("with [10M tokens a day]");
    expect(said({ traffic: { load: "rate", requestRate: 3 } })).toContain("at [3 req/s]");
    expect(said({ traffic: { load: "batch" }, goals: { ttft: undefined, tpot: undefined } })).toContain(
      "in [batches of 16] · [1,000 → 500 tok] · [no goals]",
    );
    const batches = applyPatch(defaultScenario, { traffic: { load: "batch" } });
    const [option] = batches.options;
    if (!option) throw new Error("The plan has no option");
    const ofTheirOwn = { ...batches, options: [{ ...option, batch: 4 }, { ...option, batch: 1 }, option] };
    expect(questionText(ofTheirOwn, (id) => id)).toContain("in batches of 4, 1, 16");
    expect(said({ traffic: { load: "users" }, goals: { spare: 1, answer: 30, answerAt: "p99" } })).toContain(
      "P99 answer time ≤ 30 s, N+1",
    );
  });

  it("asks each field of traffic, goals and money in one of its forms", () => {
    const parts = ["model", "traffic", "lengths", "goals", "money"] as const;
    const loads = fields["traffic.load"].choices.map(({ value }) =>
      applyPatch(defaultScenario, { traffic: { load: value, scaleTarget: 0.7 }, goals: { answer: 30 } }),
    );
    const asked = new Set(
      loads.flatMap((scenario) => parts.flatMap((part) => questionPaths(part, scenario))),
    );
    const wanted = Object.keys(fields).filter((path) => /^(traffic|goals|finance)\./.test(path));
    for (const path of [...wanted, "workload.batch"]) expect([...asked]).toContain(path);
  });
});
