import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mixerSchema } from "@/lib/catalog/mixer";
import type { Model } from "@/lib/catalog/schema";
import { ENGINE_VERSION } from "@/lib/engine";
import { figureQuantities } from "@/lib/engine/figures";
import { scenarioSchema } from "@/lib/scenario";
import type { Field } from "@/lib/scenario/field-kinds";
import { fields } from "@/lib/scenario/fields";
import { optionFields } from "@/lib/scenario/option-fields";
import { type Plan, planOf } from "@/lib/scenario/plan";
import { fingerprinted } from "./fingerprint/plans";
import { leavesOf, sums } from "./fingerprint/sums";
import { type Fingerprint, type FrozenRecords, frozenLookup, moved, take } from "./fingerprint/take";

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(join("test/engine/fingerprint", name), "utf8")) as T;
const records = read<FrozenRecords>("records.json");
const committed = read<Fingerprint>("fingerprint.json");
const now = take(frozenLookup(records), ENGINE_VERSION, committed);

/** The options of all plans, each as a plan of its own. */
const plans = Object.values(fingerprinted).flatMap((input) => {
  const scenario = scenarioSchema.parse(input);
  return scenario.options.map((_, index) => planOf(scenario, index));
});
/** What a plan says at the path of a setting. */
const saidAt = (plan: Plan, path: string): unknown => {
  const [section = "", key = ""] = path.replace("options.", "option.").split(".");
  return (plan as unknown as Record<string, Record<string, unknown>>)[section]?.[key];
};

/** Stacks and published days are records of the catalog; the percentiles of a goal are of one run, which is summed whole. */
const BY_RECORD = /^(serving\.engine|traffic\.dayShape|goals\.\w+At)$/;

const TO_DO = "Run `npm run -s fingerprint`, which raises the engine's version, and commit what it writes.";

describe("the engine's version", () => {
  it("stands for these numbers: when one moves, so does it", () => {
    expect(moved(committed, now), TO_DO).toEqual([]);
    expect(now.version, TO_DO).toBe(committed.version);
  });

  it("stands for every formula and plan", () => {
    expect(Object.keys(committed.formulas).sort(), TO_DO).toEqual(Object.keys(now.formulas).sort());
    expect(Object.keys(committed.plans).sort(), TO_DO).toEqual(Object.keys(fingerprinted).sort());
    expect(committed.counted, TO_DO).toEqual(now.counted);
  });
});

describe("the fingerprint", () => {
  it("notices a changed law, a moved figure and a lost one", () => {
    const [name = "", figures] = Object.entries(now.plans)[0] ?? [];
    const figure = { ...figures, tpot: Number(figures?.tpot) * (1 + 1e-8) };
    expect(moved(now, { ...now, formulas: { ...now.formulas, tpot: "other" } })).toEqual(["formula tpot"]);
    expect(moved(now, { ...now, plans: { ...now.plans, [name]: figure } })).toHaveLength(1);
    const { tpot: _, ...without } = figure;
    expect(moved(now, { ...now, plans: { ...now.plans, [name]: without } })).toHaveLength(1);
  });

  it("has plans that run, and one that does not", () => {
    const verdicts = Object.values(now.plans).map(({ verdict }) => verdict);
    expect(verdicts.filter((verdict) => String(verdict).startsWith("runs")).length).toBeGreaterThan(29);
    expect(verdicts).toContain("memory");
    expect(verdicts).not.toContain("unknown");
    expect(verdicts).not.toContain("layout");
  });

  it("has a plan for every figure, every kind of layer and every choice that is no record", () => {
    const counted = new Set(now.counted);
    expect(figureQuantities.filter(({ id }) => !counted.has(`figures.${id}`)).map(({ id }) => id)).toEqual(
      [],
    );
    const models = Object.values(records.model) as Model[];
    const mixers = new Set(models.flatMap(({ layers }) => layers.map(({ mixer }) => mixer.kind)));
    expect([...mixers].sort()).toEqual(mixerSchema.options.map(({ shape }) => shape.kind.value).sort());
    const lacking = Object.entries<Field>(fields).flatMap(([path, field]) => {
      // What an option may say for itself is said once for all of them.
      const isOwn = path.startsWith("options.") && !(path in optionFields);
      if (field.kind !== "choice" || isOwn || BY_RECORD.test(path)) return [];
      const said = new Set(plans.map((plan) => saidAt(plan, path)));
      return field.choices.filter(({ value }) => !said.has(value)).map(({ value }) => `${path}: ${value}`);
    });
    expect(lacking).toEqual([]);
  });

  it("notices one value of hundreds, two that change places, and what is kept of a part at all", () => {
    const kept = { figures: Array.from({ length: 400 }, (_, index) => ({ cost: 1e-7 * (index + 1) })) };
    const sum = (of: object) => sums(leavesOf("kept", of))["sum of kept"] as number;
    const without = { ...now, plans: { one: { sum: sum(kept) } } };
    const changed = (change: (values: { cost: number }[]) => void) => {
      const copy = structuredClone(kept);
      change(copy.figures);
      return moved(without, { ...without, plans: { one: { sum: sum(copy) } } });
    };
    const [first, last] = [0, 399] as const;
    const at = (values: { cost: number }[], index: number) => values[index] as { cost: number };
    expect(changed(() => {})).toEqual([]);
    for (const index of [first, last])
      expect(
        changed((values) => Object.assign(at(values, index), { cost: at(values, index).cost * 1.0001 })),
      ).toHaveLength(1);
    expect(changed((values) => values.push(...values.splice(first, 1)))).toHaveLength(1);
    expect(changed((values) => values.pop())).toHaveLength(1);
  });
});
