import { expect, it } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import { answer, answerOption } from "@/lib/engine";
import { rankedBy } from "@/lib/engine/ranking";
import { applyOptionPatch, applyPatch, defaultScenario, type Scenario } from "@/lib/scenario";
import { adviceText } from "@/lib/view/board/advice";
import { answerOf } from "@/lib/view/board/answer";
import { boardOf } from "@/lib/view/board/board";
import { cheaperLayoutOf } from "@/lib/view/board/cheaper-layout";
import { cheapestOption } from "@/lib/view/headline";

const lookup = lookupFor(defaultScenario);
const [h100, , mi300x] = defaultScenario.options;
if (!h100 || !mi300x) throw new Error("the opening plan has three options");
/** The second answers sooner, so that the same users ask more: cheaper a token, dearer a month. */
const drafted: Scenario = {
  ...defaultScenario,
  options: [{ ...h100, speculation: "eagle" }, h100],
  apis: [
    { model: defaultScenario.workload.model, provider: "p", name: "n", input: 1, output: 4, asOf: "2026-05" },
  ],
};
const asked = (traffic: Partial<Scenario["traffic"]>) =>
  answer(applyPatch(drafted, { traffic }), lookup, { simulate: false });

it.each(["users", "rate", "requests", "tokens", "batch"] as const)(
  "ranks options, APIs and the cheapest by the one quantity that is named: %s",
  (load) => {
    const plan = asked({ load, requestRate: 40, requestsPerDay: 1e6, tokensPerDay: 2e9 });
    const by = rankedBy(plan.scenario);
    const board = boardOf(plan);
    const cost = (index: number) => plan.options[index]?.figures[by] as number;
    const ranked = board.kept.map(({ index }) => cost(index));
    expect(ranked.length).toBeGreaterThan(0);
    expect(ranked).toEqual(ranked.toSorted((a, b) => a - b));
    expect(cheapestOption(plan)).toBe(board.kept[0]?.index);
    for (const { index, difference } of board.kept.slice(1))
      expect(difference).toBeCloseTo(cost(index) / cost(board.kept[0]?.index as number) - 1, 12);
    const [api] = board.apis;
    expect(api?.difference).toBeCloseTo(
      ((load === "batch" ? api?.cost : api?.month) ?? 0) / (ranked[0] ?? 1) - 1,
      12,
    );
    const found = answerOf(plan, board);
    expect(found.kind === "found" && found.compared).toBe(load === "batch" ? "a token" : "a month");
  },
);

it("prices an API at the volume of the question, and of users at that of the answer, which it names", () => {
  const month = (plan: ReturnType<typeof asked>, index: number) => {
    const { monthlyInputTokens = 0, monthlyOutputTokens = 0 } = plan.options[index]?.figures ?? {};
    return monthlyInputTokens + monthlyOutputTokens;
  };
  const users = asked({});
  const [first] = boardOf(users).kept;
  const [api] = boardOf(users).apis;
  expect((api?.month ?? 0) / (api?.cost ?? 1)).toBeCloseTo(month(users, first?.index ?? 0), 0);
  expect(api?.volume).toContain(first?.name);
  // An option that serves a part of what is asked says nothing of what is asked.
  const few = { ...drafted, options: [{ ...h100, replicas: 1 }, h100] };
  const plan = answer(applyPatch(few, { traffic: { load: "rate", requestRate: 40 } }), lookup, {
    simulate: false,
  });
  const [row] = boardOf(plan).apis;
  expect((row?.month ?? 0) / (row?.cost ?? 1)).toBeCloseTo(month(plan, 1), 0);
  expect(row?.volume).toBeUndefined();
});

it("says of advice what it costs otherwise, where that goes the other way", () => {
  const advice = { label: "", patch: {}, change: -0.12, month: -0.12, token: 0.05 };
  expect(adviceText(advice, "cost", drafted)).toBe(
    "−12 % a month, +5.0 % a token: slower answers let the same users ask less",
  );
  expect(adviceText({ ...advice, token: -0.1 }, "cost", drafted)).toBe("−12 % a month");
  expect(adviceText({ ...advice, month: 0.2 }, "ttft", drafted)).toBe("−12 % for P95 TTFT, +20 % a month");
});

it("offers a row the split that serves the question for least, as the board then has it", () => {
  const plan: Scenario = { ...defaultScenario, options: [{ ...mi300x, tp: 1 }] };
  const [cheaper] = cheaperLayoutOf(plan, 0, lookup);
  if (!cheaper) throw new Error("two at a time are cheaper");
  const { figures, operation } = answerOption(applyOptionPatch(plan, 0, cheaper.patch), 0, lookup);
  expect([figures.monthlyCost, figures.acceleratorCount]).toEqual([cheaper.month, cheaper.accelerators]);
  expect(operation?.keeps).toBe(true);
  expect(cheaperLayoutOf({ ...plan, options: [{ ...mi300x, tp: 1, replicas: 80 }] }, 0, lookup)).toEqual([]);
});
