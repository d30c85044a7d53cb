import { expect, it } from "vitest";
import { applyOptionPatch, applyPatch, defaultScenario, parseScenario } from "@/lib/scenario";

const before = structuredClone(defaultScenario);

it("changes only what the patch names and leaves the given scenario alone", () => {
  const after = applyPatch(defaultScenario, { workload: { batch: 64 }, options: { 1: { tp: 4 } } });
  expect(after.workload).toEqual({ ...before.workload, batch: 64 });
  expect(after.options.map(({ tp }) => tp)).toEqual([2, 4, 2]);
  expect(after.serving).toEqual(before.serving);
  expect(defaultScenario).toEqual(before);
});

it("replaces the list of options", () => {
  const [first] = defaultScenario.options;
  if (!first) throw new Error("the preset has options");
  expect(applyPatch(defaultScenario, { options: [first] }).options).toEqual([first]);
});

it("sets a price and takes it back", () => {
  const priced = applyPatch(defaultScenario, { options: { 0: { pricePerHour: 2 } } });
  expect(priced.options[0]?.pricePerHour).toBe(2);
  const back = applyPatch(priced, { options: { 0: { pricePerHour: undefined } } });
  expect(parseScenario(back)).toEqual({ ok: true, scenario: defaultScenario });
});

it("sets and clears the name", () => {
  const named = applyPatch(defaultScenario, { name: "Plan B" });
  expect(named.name).toBe("Plan B");
  expect(applyPatch(named, { workload: { batch: 2 } }).name).toBe("Plan B");
  expect(applyPatch(named, { name: undefined }).name).toBeUndefined();
});

it("ignores an index that has no option", () => {
  expect(applyPatch(defaultScenario, { options: { 9: { tp: 8 } } })).toEqual(defaultScenario);
});

it("applies a repair of one option together with what all share", () => {
  const after = applyOptionPatch(defaultScenario, 2, { tp: 4, serving: { memoryFraction: 0.95 } });
  expect(after.options.map(({ tp }) => tp)).toEqual([2, 2, 4]);
  expect(after.serving).toEqual({ ...before.serving, memoryFraction: 0.95 });
  expect(parseScenario(after)).toEqual({ ok: true, scenario: after });
});

it("the preset is complete and is the one the planner promises", () => {
  expect(parseScenario(defaultScenario)).toEqual({ ok: true, scenario: defaultScenario });
  expect(defaultScenario.workload).toEqual({
    model: "meta-llama-3.1-70b",
    inputTokens: 1000,
    outputTokens: 500,
    batch: 16,
    cachedPrefix: 0,
    inputSpread: 1,
    outputSpread: 0.8,
  });
  expect(defaultScenario.traffic).toMatchObject({ load: "users", users: 2000 });
  expect(defaultScenario.goals).toMatchObject({ ttft: 1, ttftAt: "p95", tpot: 0.05 });
  expect(defaultScenario.options).toHaveLength(3);
  expect(defaultScenario.serving).toMatchObject({ weights: "fp8", kvCache: "fp8", engine: "vllm" });
});
