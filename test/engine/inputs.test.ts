import { describe, expect, it } from "vitest";
import { models } from "@/lib/catalog";
import { anchoredExactly, explain, isRefused, quantities } from "@/lib/engine";
import { bind } from "@/lib/engine/bind";
import { tpot, ttft } from "@/lib/engine/formulas/serving";
import type { Given } from "@/lib/engine/inputs/given";
import { editOf, loadInputs, planInputs } from "@/lib/engine/quantities";
import { resolve } from "@/lib/engine/resolve";
import { inOrder } from "@/lib/formula";
import { type FieldPath, fields, parseScenario, type Scenario, type ScenarioInput } from "@/lib/scenario";
import type { Field, NumberField } from "@/lib/scenario/field-kinds";
import { settingWords } from "@/lib/scenario/knobs";
import { planOf } from "@/lib/scenario/plan";
import { parseUnit } from "@/lib/units";
import { LOOKUP } from "./plans";

const given = [...quantities.values()].filter((each): each is Given => "from" in each);

/** A value of each field that is not its default, in stored units; a mixture on eight accelerators is asked for. */
const said = {
  workload: { model: "deepseek-v3", inputTokens: 777, outputTokens: 333, batch: 5, cachedPrefix: 0.25 },
  serving: {
    weights: "fp8-block",
    kvCache: "fp8",
    engine: "sglang",
    batching: "dynamic",
    batchWindow: 0.125,
    speculation: "mtp",
    draftTokens: 2,
    acceptance: 0.95,
    memoryFraction: 0.85,
    chunkTokens: 4096,
  },
  finance: {
    hardware: "owned",
    electricityPrice: 0.25,
    pue: 1.125,
    carbonIntensity: 125,
    utilisation: 0.375,
  },
  money: { costRule: "ratio", committedShare: 0.25, spotShare: 0.125, interest: 0.0625, life: 4 },
} as const;

/** What the whole service is asked for: it is sized before a plan is bound. */
const ASKED = /^(traffic|goals)\.|Spread$|longest/;
/** What the months to come are assumed to bring is read by the projection, which is no part of a plan's figures. */
const PROJECTED = (path: string) => path.startsWith("money.") && !(`options.${path.slice(6)}` in fields);

/** A knob that needs no company of its own: between its default and its end, so that it is neither. */
function otherKnobs(section: keyof typeof said): Record<string, number> {
  const found = (Object.entries(fields) as [FieldPath, Field][]).flatMap(([path, field]) => {
    const [home, key = ""] = path.split(".");
    if (
      home !== section ||
      field.kind !== "number" ||
      key in said[section] ||
      ASKED.test(path) ||
      PROJECTED(path)
    )
      return [];
    const middle = ((field.default ?? field.min) + field.max) / 2;
    return [[key, field.integer ? Math.ceil(middle) : middle]];
  });
  return Object.fromEntries(found);
}
const CHANGED = {
  workload: { ...said.workload, ...otherKnobs("workload") },
  serving: { ...said.serving, ...otherKnobs("serving") },
  finance: { ...said.finance, ...otherKnobs("finance") },
  money: { ...said.money, ...otherKnobs("money") },
};
const OPTION = {
  accelerator: "nvidia-h200-sxm-141gb",
  tp: 4,
  pp: 2,
  dp: 2,
  ep: 8,
  replicas: 3,
  prefillReplicas: 2,
  // A replica of several accelerators is the only one on each of them.
  instances: 1,
  powerLimit: 500,
  pricePerHour: 7.5,
} as const;

function read(input: ScenarioInput): Scenario {
  const reading = parseScenario(input);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}
const ofAll = read({ ...CHANGED, options: [OPTION] });
const { inputTokens, outputTokens, ...ownWorkload } = CHANGED.workload;
const ofOption = read({
  workload: { model: "llama-3.2-1b-instruct", inputTokens, outputTokens },
  options: [{ ...OPTION, ...CHANGED.serving, ...ownWorkload, ...CHANGED.finance, ...CHANGED.money }],
});

const originsOf = (scenario: Scenario) =>
  given
    .filter(({ from }) => from !== "row")
    .map(({ id }) => {
      const found = explain(scenario, LOOKUP, 0, id);
      if (!found) throw new Error(`${id} has no explanation`);
      return found;
    });

/** Fields that no input carries, and why. */
const ELSEWHERE: Partial<Record<FieldPath, string>> = {
  "options.threads": "a CPU's threads change its bandwidth",
  "money.committedMonths": "the projection ends a commitment",
  "money.committedFrom": "the projection starts it",
  "money.upfrontShare": "the projection pays it when it starts",
};
const numbers = (Object.keys(fields) as FieldPath[]).filter(
  (path) => fields[path].kind === "number" && !(path in ELSEWHERE) && !ASKED.test(path) && !PROJECTED(path),
);

describe("an input", () => {
  it.each([
    ["for all options", ofAll],
    ["by an option for itself", ofOption],
  ])("that a person sets %s says so and holds the very value", (_, scenario) => {
    const found = originsOf(scenario);
    for (const path of numbers.filter((each) => fields[each].form !== undefined)) {
      const [section = "", key = ""] = path.split(".");
      const stored = {
        ...CHANGED.workload,
        ...CHANGED.serving,
        ...CHANGED.finance,
        ...CHANGED.money,
        ...OPTION,
      } as Record<string, unknown>;
      const said = found.filter(({ origin }) => origin.kind === "user" && origin.text === settingWords(path));
      const value = Number(stored[key]) * parseUnit((fields[path] as NumberField).stored).factor;
      const held = said.map((each) => each.value / value - 1);
      expect(Math.min(...held.map(Math.abs)), `${section}.${key}`).toBeLessThan(1e-12);
    }
  });

  it("that nobody sets does not say that a person did", () => {
    const plain = read({
      workload: { model: "deepseek-v3" },
      options: [{ accelerator: OPTION.accelerator, tp: 8 }],
    });
    const users = originsOf(plain).filter(({ origin }) => origin.kind === "user");
    expect(users.map(({ id }) => id)).toEqual(["tensorParallel"]);
  });

  it("is never a bare constant: it names a record, a setting, the search or a reason", () => {
    for (const { id, origin } of [...originsOf(ofAll), ...originsOf(ofOption)]) {
      expect(origin.kind, id).not.toBe("formula");
      expect(origin.record ?? origin.text ?? "", id).not.toBe("");
    }
  });

  it("of the stack that its record sets is the record's", () => {
    const { origin, value } = explain(
      read({ ...CHANGED, serving: { ...CHANGED.serving, engine: "trtllm-1.2" }, options: [OPTION] }),
      LOOKUP,
      0,
      "reservedShare",
    ) as NonNullable<ReturnType<typeof explain>>;
    expect({ kind: origin.kind, record: origin.record, value }).toEqual({
      kind: "calibration",
      record: "calibration/trtllm-1.2",
      value: LOOKUP.calibration("trtllm-1.2")?.constants.reservedShare,
    });
  });

  it("may be edited in a workbook only where no search reads it", () => {
    const searched = new Set(inOrder([quantities.get("nextBatch") ?? tpot, ttft, tpot]));
    const said = [...planInputs, ...loadInputs];
    const free = said.filter((input) => editOf(input) === "free");
    expect(free.length).toBeGreaterThan(8);
    for (const input of free) expect(searched.has(input), `${input.id} is read by the search`).toBe(false);
    expect(free.filter(({ structural }) => structural)).toEqual([]);
  });
});

describe("every input", () => {
  it("says where it comes from", () => {
    const loose = [...quantities.values()].filter(
      (each) => each.kind === "input" && each.constant === undefined && !("from" in each),
    );
    expect(loose.map(({ id }) => id)).toEqual([]);
    expect(given.length).toBeGreaterThan(80);
  });

  it("of a row is brought by the rows of some model or measurement", () => {
    const brought = new Set<unknown>();
    for (const { id: model } of models()) {
      const scenario = read({ ...CHANGED, workload: { model }, options: [{ ...OPTION, tp: 2, ep: 2 }] });
      const anchors = () => [anchoredExactly({ decode: 0.5, prompt: 0.25, wait: 0.125 })];
      const deployment = resolve(planOf(scenario, 0), { ...LOOKUP, anchors });
      // A model that cannot be divided like that brings nothing.
      if (isRefused(deployment)) continue;
      for (const { values } of bind(deployment).rows) for (const [input] of values) brought.add(input);
    }
    const never = given.filter((each) => each.from === "row" && !brought.has(each));
    expect(never.map(({ id }) => id)).toEqual([]);
  });
});
