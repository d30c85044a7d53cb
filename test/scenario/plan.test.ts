import { expect, it } from "vitest";
import { estimate } from "@/lib/engine";
import { defaultScenario, type FieldPath, fields, parseScenario, type Scenario } from "@/lib/scenario";
import type { Field } from "@/lib/scenario/field-kinds";
import { projectionFields } from "@/lib/scenario/money-fields";
import { changedPlan, isOwn, modelsOf, planOf, saidAt } from "@/lib/scenario/plan";
import { LOOKUP } from "../engine/plans";

const said = {
  model: "deepseek-v3",
  batch: 7,
  cachedPrefix: 0.5,
  weights: "fp8-block",
  kvCache: "bf16",
  engine: "sglang",
  batching: "dynamic",
  batchWindow: 0.2,
  speculation: "mtp",
  draftTokens: 1,
  acceptance: 0.9,
  draftModel: "llama-3.2-1b-instruct",
  memoryFraction: 0.95,
  chunkTokens: 4096,
  adapters: 3,
  adapterRank: 8,
  prefixCache: "off",
  cachePaging: "contiguous",
  hardware: "owned",
  place: "aws/us-east-1",
  electricityPrice: 0.25,
  pue: 1.1,
  carbonIntensity: 100,
  utilisation: 0.5,
  costRule: "ratio",
} as const;
/** A knob that needs no company of its own is said at its end. */
const OWN: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    (Object.entries(fields) as [FieldPath, Field][]).flatMap(([path, field]) =>
      field.kind === "number" && !field.form ? [[path.replace("options.", ""), field.max]] : [],
    ),
  ),
  ...said,
};
const accelerator = "nvidia-b200-sxm";

function read(input: unknown): Scenario {
  const reading = parseScenario(input);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}
const mixed = read({
  ...defaultScenario,
  options: [...defaultScenario.options, { accelerator, tp: 8, ...OWN }],
});

/** Settings that an option may say for itself, by the setting of all. */
const ownPaths = (Object.keys(fields) as FieldPath[]).flatMap((path) => {
  const [section, key] = path.split(".");
  return section !== "options" && `options.${key}` in fields
    ? [[key, path as Exclude<FieldPath, `options.${string}`>] as const]
    : [];
});

it("an option may say for itself all that is not the question", () => {
  expect(ownPaths.map(([key]) => key).sort()).toEqual(Object.keys(OWN).sort());
  const shared = (Object.keys(fields) as FieldPath[]).filter((path) => !path.startsWith("options."));
  const question = shared.filter((path) => !ownPaths.some(([, own]) => own === path));
  expect(question.sort()).toEqual([
    ...(Object.keys(fields) as FieldPath[])
      .filter((path) => /^(goals|traffic)\./.test(path) || path in projectionFields)
      .sort(),
    "workload.inputSpread",
    "workload.inputTokens",
    "workload.longestInput",
    "workload.longestOutput",
    "workload.outputSpread",
    "workload.outputTokens",
  ]);
});

it.each(ownPaths)("%s of an option is in front of what all others have", (key, path) => {
  const [section = ""] = path.split(".");
  const at = (index: number) => planOf(mixed, index)[section as "serving"] as Record<string, unknown>;
  const own = String(key);
  expect(at(3)[own]).toBe(OWN[own]);
  expect(at(0)[own]).toBe((mixed[section as "serving"] as Record<string, unknown>)[own]);
  expect([saidAt(planOf(mixed, 3), path), saidAt(planOf(mixed, 0), path)]).toEqual([
    `options.3.${key}`,
    path,
  ]);
  expect([isOwn(planOf(mixed, 3), path), isOwn(planOf(mixed, 0), path)]).toEqual([true, false]);
});

it("an option that says everything for itself is estimated as a scenario that says it for all", () => {
  const section = (name: "workload" | "serving" | "finance" | "money") => ({
    ...defaultScenario[name],
    ...Object.fromEntries(
      ownPaths.filter(([, path]) => path.startsWith(name)).map(([key]) => [key, OWN[String(key)]]),
    ),
  });
  const alone = read({
    workload: section("workload"),
    traffic: defaultScenario.traffic,
    serving: section("serving"),
    finance: section("finance"),
    money: section("money"),
    options: [{ accelerator, tp: 8 }],
  });
  const [expected] = estimate(alone, LOOKUP).options;
  const found = estimate(mixed, LOOKUP).options[3];
  expect(found?.verdict).toEqual({ feasible: true });
  expect(found?.figures).toEqual(expected?.figures);
  expect(estimate(mixed, LOOKUP).options.slice(0, 3)).toEqual(estimate(defaultScenario, LOOKUP).options);
});

it("a change to a plan's option wins over what all options share", () => {
  const plan = changedPlan(planOf(mixed, 0), { serving: { memoryFraction: 0.8 }, weights: "bf16", tp: 4 });
  expect([plan.serving.memoryFraction, plan.serving.weights, plan.option.tp]).toEqual([0.8, "bf16", 4]);
});

it("names every model that an option serves or drafts with", () => {
  const drafting = {
    ...mixed,
    options: mixed.options.map((each) => ({ ...each, speculation: "draft" as const })),
  };
  expect(modelsOf(mixed)).toEqual([defaultScenario.workload.model, OWN.model]);
  expect(modelsOf(drafting)).toContain(OWN.draftModel);
});

it("names the very field of a record that the catalog lacks", () => {
  const unknown = read({ ...mixed, options: [{ accelerator }, { accelerator, model: "no-such-model" }] });
  expect(() => estimate(unknown, LOOKUP)).toThrow(expect.objectContaining({ path: "options.1.model" }));
});
