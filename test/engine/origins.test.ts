import { describe, expect, it } from "vitest";
import type { Accelerator } from "@/lib/catalog/schema";
import { foundFor, isRefused, type Lookup, quantities } from "@/lib/engine";
import type { KnownCalibration } from "@/lib/engine/deployment";
import { solve } from "@/lib/engine/estimate";
import type { Given } from "@/lib/engine/inputs/given";
import type { Row } from "@/lib/engine/layers/row";
import type { Origin } from "@/lib/engine/origin";
import { resolve } from "@/lib/engine/resolve";
import { operatorRows } from "@/lib/engine/rows";
import { type FieldPath, fields, parseScenario, type Scenario, type ScenarioInput } from "@/lib/scenario";
import { settingWords } from "@/lib/scenario/knobs";
import type { OptionPatch } from "@/lib/scenario/patch";
import { atOperation, planOf } from "@/lib/scenario/plan";
import { parseQuantity, parseUnit } from "@/lib/units";
import { ORIGIN_PLANS } from "./origin-plans";
import { LOOKUP } from "./plans";

const inputs = [...quantities.values()].filter((each): each is Given => "from" in each);

function read(input: object): Scenario {
  const reading = parseScenario(input as ScenarioInput);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

interface Said {
  readonly id: string;
  readonly unit: string;
  readonly value: number;
  readonly origin: Origin;
}

/** Every input of a plan at its operating point, of rows those that the row brings: its value, and where that is from. */
function saidOf(scenario: Scenario, patch: OptionPatch, lookup: Lookup): readonly Said[] {
  const { settled } = solve(atOperation(planOf(scenario, 0), patch), lookup);
  if (!settled) throw new Error("the plan does not run");
  const { deployment, load, image, rows } = settled;
  return inputs.flatMap((input) => {
    const { id, unit } = input;
    const at = (row: Row, index: number, name: string): Said => ({
      id: name,
      unit,
      value: image.value(input, { row: index }),
      origin: input.origin({ deployment, load, lookup, row }),
    });
    if (input.from !== "row") return [at(rows[0] as Row, 0, id)];
    return rows.flatMap((row, index) =>
      row.values.some(([brought]) => brought === input)
        ? [at(row, index, `${id}#${index} ${row.label}`)]
        : [],
    );
  });
}

const plans = Object.entries(ORIGIN_PLANS).map(([name, input]) => {
  const scenario = read(input);
  const patch = foundFor(scenario, 0, LOOKUP, { simulate: false });
  return { name, scenario, patch, said: saidOf(scenario, patch, LOOKUP) };
});
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.abs(b);

/** What a person typed for a setting, in base units; undefined where nobody did. */
function typed({ options: [option], ...sections }: Scenario, path: FieldPath): unknown {
  const [section = "", key = ""] = path.split(".");
  const of = (part: unknown) => (part as Record<string, unknown> | undefined)?.[key];
  const value =
    of(option) ?? (section === "options" ? undefined : of(sections[section as keyof typeof sections]));
  const field = fields[path];
  return typeof value === "number" && field.kind === "number"
    ? value * parseUnit(field.stored).factor
    : value;
}

/** Inputs that follow from settings by counting. */
const COUNTED: Record<string, (scenario: Scenario) => number> = {
  answeringPerPool: ({ options: [option] }) => (option?.replicas ?? 1) / (option?.prefillReplicas ?? 0),
  rowsPerSequence: ({ serving }) => serving.draftTokens + 1,
};

/** Shares that a figure says it is taken in: "8/96 of it". */
const sharesIn = (text: string): number[] =>
  [...text.matchAll(/(\d+)\/(\d+) of/g)].map(([, part, whole]) => Number(part) / Number(whole));

/** What an expression of constants comes to; undefined where it is of facts beside them, which it names by more than a word. */
function reckoned(how: string, constants: ReadonlyMap<string, number>): number | undefined {
  const code = how
    .replaceAll(" B ", " ")
    .replaceAll("×", "*")
    .replaceAll("−", "-")
    .replaceAll("^", "**")
    .replace(/[A-Za-z][A-Za-z0-9]*/g, (name) => String(constants.get(name) ?? name));
  return /[A-Za-z]{2}/.test(code.replace(/\de[-+]?\d/g, "0"))
    ? undefined
    : Number(new Function(`return ${code}`)());
}

const recordOf = (path: string) => LOOKUP.calibration(path.split("/")[1] ?? "") as KnownCalibration;
const constantOf = (path: string) => {
  const [, id = "", name = ""] = path.split("/");
  return [name, LOOKUP.calibration(id)?.constants[name] ?? Number.NaN] as const;
};

describe.each(plans)("of $name, an input", ({ scenario, patch, said }) => {
  it("that says a person typed it has the very value that was typed", () => {
    for (const { id, value, origin } of said.filter(({ origin }) => origin.kind === "user")) {
      const path = (Object.keys(fields) as FieldPath[]).find((each) => settingWords(each) === origin.text);
      const was = path ? typed(scenario, path) : COUNTED[id]?.(scenario);
      expect(was, `${id}: ${origin.text}`).toBeDefined();
      if (typeof was === "number")
        expect(close(value, was), `${id} is ${value}, typed was ${was}`).toBe(true);
    }
  });

  it("that says it was found for the traffic was found, and is what nobody typed", () => {
    const found = said.filter(({ origin }) => origin.text?.startsWith("found for the traffic"));
    const option: Record<string, unknown> = { ...scenario.options[0] };
    const open = Object.entries(patch).filter(([key, value]) => option[key] !== value);
    expect(found.map(({ value }) => value).sort()).toEqual(
      scenario.traffic.load === "batch" ? [] : open.map(([, value]) => value).sort(),
    );
  });

  it("says that it was fitted only where all that it is made of was", () => {
    const fitted = said.filter(({ origin }) => /(^|\. )Fitted on/.test(origin.text ?? ""));
    expect(fitted.length).toBeGreaterThan(scenario.serving.engine === "llama-cpp" ? 1 : 9);
    for (const { id, origin } of fitted)
      for (const path of origin.constants ?? [])
        expect(recordOf(path).priors?.[constantOf(path)[0]], `${id}: ${path}`).toBeDefined();
  });

  it("that its operator brings says what it is made of", () => {
    expect(said.filter(({ origin }) => origin.text === "this operator has none").map(({ id }) => id)).toEqual(
      [],
    );
  });

  it("that quotes a record is the figure that is printed there, or the share of it that it says", () => {
    const quotes = said.filter(({ origin }) => /^(accelerators|prices)\//.test(origin.record ?? ""));
    expect(quotes.length).toBeGreaterThan(3);
    for (const { id, unit, value, origin } of quotes) {
      const [, figure = "", note = ""] =
        /^(?:[^(]*: )?([^(]*?)(?: \((.*)\))?$/s.exec(origin.text ?? "") ?? [];
      const printed = parseQuantity(figure, unit);
      const shares = [1, ...sharesIn(note)];
      const fits = printed.ok && shares.some((share) => close(value, share * printed.value));
      expect(fits, `${id} is ${value}, not "${origin.text}"`).toBe(true);
    }
  });

  it("that is of a number format has its bits", () => {
    const stored = said.filter(({ origin }) => origin.record?.startsWith("formats/"));
    expect(stored.length).toBeGreaterThan(3);
    for (const { id, value, origin } of stored)
      expect(value * 8, id).toBe(LOOKUP.format((origin.record ?? "").replace("formats/", ""))?.bits);
  });

  it("that says it was calibrated is the constant that it names, or what it says of those", () => {
    const calibrated = said.filter(({ origin }) => origin.kind === "calibration");
    expect(calibrated.length).toBeGreaterThan(30);
    for (const { id, value, origin } of calibrated) {
      const names = origin.constants ?? [];
      const [first = ""] = names;
      const { reasons = {}, priors = {}, basis, origin: known } = recordOf(first);
      const [name, alone] = constantOf(first);
      const set = known === "fitted" && !priors[name];
      const asItStands = origin.text === (reasons[name] ?? (set ? "Set, not fitted" : basis));
      const how = asItStands ? name : (origin.text ?? "").split(/\. (?=[A-Z]|[a-z]+[A-Za-z]*: )/)[0];
      const expected = asItStands ? alone : reckoned(how ?? "", new Map(names.map(constantOf)));
      expect(
        names.every((each) => (how ?? "").includes(constantOf(each)[0])),
        `${id}: ${how}`,
      ).toBe(true);
      if (expected !== undefined) expect(close(value, expected), `${id} is ${value}, not ${how}`).toBe(true);
    }
  });
});

/** The records that a plan may read constants of. */
const recordsOf = (scenario: Scenario): string[] => {
  const plan = planOf(scenario, 0);
  const deployment = resolve(plan, LOOKUP);
  if (isRefused(deployment)) throw new Error(deployment.message);
  const chip = LOOKUP.accelerator(plan.option.accelerator) as Accelerator;
  return [chip.architecture, deployment.stackId, "global", "pcie"];
};

/** The catalog after a person's own measurements fitted one constant. */
const fitted = (record: string, constant: string): Lookup => ({
  ...LOOKUP,
  calibration: (id) => {
    const known = LOOKUP.calibration(id) as KnownCalibration;
    if (id !== record) return known;
    // What a stack takes no time for is fitted as some.
    const value = (known.constants[constant] as number) * 1.01 || 1e-6;
    return {
      ...known,
      constants: { ...known.constants, [constant]: value },
      reasons: { ...known.reasons, [constant]: "own" },
      own: { title: "Ours", constants: [constant], base: record },
    };
  },
});

describe.each(plans)("of $name, a constant that is fitted anew", ({ scenario }) => {
  const plan = planOf(scenario, 0);
  const layout = (lookup: Lookup) => {
    const deployment = resolve(plan, lookup);
    if (isRefused(deployment)) throw new Error(deployment.message);
    const load = { plan } as Parameters<Given["origin"]>[0]["load"];
    const rows = operatorRows(deployment);
    const known = (input: Given, row: Row) => input.origin({ deployment, load, lookup, row });
    return [
      ...inputs.flatMap((input) =>
        input.from === "deployment"
          ? [{ id: input.id, value: input.value(deployment), origin: known(input, rows[0] as Row) }]
          : [],
      ),
      ...rows.flatMap((row, index) =>
        row.values.map(([input, value]) => ({
          id: `${input.id}#${index} ${row.label}`,
          value,
          origin: known(input as Given, row),
        })),
      ),
    ];
  };
  const before = layout(LOOKUP);

  it("moves those inputs that name it, which say so, and no others", () => {
    let moved = 0;
    for (const record of recordsOf(scenario))
      for (const constant of Object.keys(LOOKUP.calibration(record)?.constants ?? {})) {
        const after = layout(fitted(record, constant));
        const named = (origin: Origin) =>
          origin.constants?.includes(`calibration/${record}/${constant}`) === true;
        const names = after.filter(({ origin }) => named(origin));
        const others = after.filter(({ value }, index) => value !== before[index]?.value);
        expect(
          others.map(({ id }) => id),
          `${constant} of ${record}`,
        ).toEqual(names.map(({ id }) => id));
        const own = after.filter(({ origin }) => origin.calibration !== undefined);
        expect(own.map(({ id }) => id)).toEqual(names.map(({ id }) => id));
        expect(names.every(({ origin }) => origin.kind === "user")).toBe(true);
        moved += names.length;
      }
    expect(moved).toBeGreaterThan(40);
  });
});
