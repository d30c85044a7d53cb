import { describe, expect, it } from "vitest";
import type { PlannerAction } from "@/components/planner/planner-action";
import type { PlannerEngine } from "@/components/planner/planner-engine";
import { initialState, isCurrent, type PlannerState } from "@/components/planner/planner-state";
import { reduce } from "@/components/planner/reduce";
import { defaultScenario } from "@/lib/scenario";
import { contradiction } from "@/lib/scenario/contradiction";
import { followed } from "@/lib/scenario/topology-edits";
import { draftWords } from "@/lib/view/draft-words";
import { mixed } from "./estimates";

const NO_RECORDS = {
  version: "",
  models: {},
  accelerators: {},
  formats: {},
  prices: {},
  places: { [defaultScenario.finance.place]: { id: "", name: "" } },
  calibration: [],
  sources: {},
};

function start(): PlannerState {
  const estimate = mixed();
  return initialState(estimate.scenario, estimate, NO_RECORDS);
}

const apply = (state: PlannerState, ...actions: PlannerAction[]) => actions.reduce(reduce, state);
const setBatch = (value: number, at: number): PlannerAction => ({
  type: "set",
  path: "workload.batch",
  value,
  at,
});

describe("the planner's state", () => {
  it("takes a whole drag of a slider back in one step", () => {
    const moved = apply(start(), setBatch(20, 0), setBatch(30, 100), setBatch(40, 200));
    expect(moved.scenario.workload.batch).toBe(40);
    const back = apply(moved, { type: "undo" });
    expect(back.scenario).toBe(moved.past[0]);
    expect(back.past).toHaveLength(0);
    expect(apply(back, { type: "redo" }).scenario.workload.batch).toBe(40);
  });

  it("takes two edits apart in time back one by one", () => {
    const moved = apply(start(), setBatch(20, 0), setBatch(30, 5000), { type: "undo" });
    expect(moved.scenario.workload.batch).toBe(20);
  });

  it("keeps the last good value while a text is not understood, and forgets the text when one is", () => {
    const draft = { text: "12x8k", message: "understood the number 12" };
    const bad = apply(start(), { type: "draft", path: "workload.batch", draft });
    expect(bad.scenario.workload.batch).toBe(16);
    expect(isCurrent(bad)).toBe(false);
    expect(apply(bad, setBatch(12, 0)).drafts).toEqual({});
  });

  it("brings the value back that an edit began with, with no step of undo for what was half typed", () => {
    const refused = (value: unknown): PlannerAction => ({
      type: "draft",
      path: "workload.batch",
      draft: { text: "1e12", message: "too large" },
      before: { value, at: 5000 },
    });
    const begun = apply(start(), { type: "set", path: "workload.inputTokens", value: 900, at: 0 });
    const quick = apply(begun, setBatch(1, 100), setBatch(10, 200), refused(16));
    expect(quick.scenario).toBe(begun.scenario);
    expect(quick.past).toEqual(begun.past);
    const slow = apply(begun, setBatch(1, 1000), setBatch(10, 3000), refused(16), refused(16));
    expect(slow.scenario).toEqual(begun.scenario);
    expect(slow.drafts["workload.batch"]?.text).toBe("1e12");
    expect(draftWords(slow.drafts)).toBe(
      "Batch: “1e12” does not count: too large. These are the last results that were.",
    );
  });

  it.each([
    ["outputTokens", "longestOutput", "Longest output of 100 tok would be below Output tokens of 500 tok"],
    ["inputTokens", "longestInput", "Longest input of 100 tok would be below Input tokens of 500 tok"],
  ])("takes no %s above %s, from either side, and names both", (mean, longest, says) => {
    const engine = { estimate: () => mixed(), contradiction } as unknown as PlannerEngine;
    const set = (key: string, value: number, before?: number): Extract<PlannerAction, { type: "set" }> => ({
      type: "set",
      path: `workload.${key}`,
      value,
      at: 0,
      ...(before === undefined ? {} : { typed: { text: String(value), before } }),
    });
    const plan = apply(start(), { type: "engine", engine }, set(mean, 500), {
      ...set(longest, 800),
      at: 5000,
    });
    const below = apply(plan, { ...set(longest, 100, 800), at: 10_000 });
    expect(below.scenario).toBe(plan.scenario);
    expect(below.drafts[`workload.${longest}`]?.message).toContain(says);
    // A slider stops where the other setting is.
    const above = apply(plan, { ...set(mean, 700), at: 20_000 }, { ...set(mean, 900), at: 20_100 });
    expect(above.scenario.workload).toMatchObject({ [mean]: 700 });
    expect(Object.keys(above.drafts)).toEqual([`workload.${mean}`]);
  });

  it("drops a typed price with the chip it was for", () => {
    const priced = apply(
      start(),
      { type: "set", path: "options.0.pricePerHour", value: 2, at: 0 },
      { type: "pick-accelerator", option: 0, accelerator: "amd-mi300x" },
    );
    expect(priced.scenario.options[0]?.accelerator).toBe("amd-mi300x");
    expect(priced.scenario.options[0]?.pricePerHour).toBeUndefined();
  });

  it("keeps the chosen row on its option when one before it goes, and never loses the last option", () => {
    const moved = apply(start(), { type: "row", row: 2 }, { type: "remove-option", option: 0 });
    expect(moved.row).toBe(1);
    const one = apply(moved, { type: "remove-option", option: 0 }, { type: "remove-option", option: 0 });
    expect(one.scenario.options).toHaveLength(1);
  });

  it("keeps topologies on their options when one before them goes, and gives all back by one undo", () => {
    const estimate = mixed();
    const topologies = [
      {
        name: "It",
        parts: [
          { option: 2, share: 0.5 },
          { option: 0, share: 0.5 },
        ],
      },
    ];
    const engine = { estimate: () => mixed(), follow: followed } as unknown as PlannerEngine;
    const planned = apply(
      start(),
      { type: "engine", engine },
      { type: "change", scenario: { ...estimate.scenario, topologies } },
    );
    const moved = apply(planned, { type: "remove-option", option: 0 });
    expect(moved.scenario.topologies?.[0]?.parts).toEqual([{ option: 1, share: 0.5 }]);
    const copied = apply(planned, { type: "duplicate-option", option: 0 });
    expect(copied.scenario.topologies?.[0]?.parts.map(({ option }) => option)).toEqual([3, 0]);
    expect(apply(moved, { type: "undo" }).scenario.topologies).toBe(topologies);
    // Another plan's topologies point to its own options.
    const other = {
      ...estimate.scenario,
      options: estimate.scenario.options.slice(0, 1),
      topologies: [...topologies],
    };
    expect(apply(planned, { type: "replace", scenario: other }).scenario.topologies).toEqual(topologies);
  });

  it("does not compute before the records of a picked model are there", () => {
    const engine = { estimate: () => mixed(), contradiction } as unknown as PlannerEngine;
    const picked = apply(
      start(),
      { type: "engine", engine },
      { type: "set", path: "workload.model", value: "mistral-7b-v0.1", at: 0 },
    );
    expect(picked.estimate.scenario.workload.model).toBe("meta-llama-3.1-70b");
    expect(isCurrent(picked)).toBe(false);
  });
});
