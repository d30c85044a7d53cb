import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type FieldPath,
  fieldOf,
  fields,
  fieldText,
  type NumberField,
  type NumberFieldPath,
  parseScenario,
  readField,
} from "@/lib/scenario";
import { helpOf } from "@/lib/scenario/money-help";
import { emptyText } from "@/lib/scenario/read-field";
import { parseUnit, sameDimension } from "@/lib/units";

const paths = Object.keys(fields) as FieldPath[];
const numbers = paths.filter((path): path is NumberFieldPath => fields[path].kind === "number");

describe("every field", () => {
  it.each(paths)("%s has a label and a help text", (path) => {
    expect(fields[path].label).not.toBe("");
    expect(helpOf(path)).toMatch(/^[A-Z].*\.$/);
    expect(helpOf(path)).not.toContain("undefined");
  });

  it.each(numbers)("%s has sound bounds, a legal default and units of one dimension", (path) => {
    const field: NumberField = fields[path];
    expect(field.min).toBeLessThan(field.max);
    if (field.scale === "log") expect(field.min).toBeGreaterThan(0);
    for (const value of [field.min, field.max, field.default ?? field.min, ...(field.choices ?? [])]) {
      expect(readField(path, value)).toMatchObject({ ok: true, value });
    }
    expect(sameDimension(parseUnit(field.unit).dimension, parseUnit(field.stored).dimension)).toBe(true);
  });

  it.each(numbers)("%s says in its empty box what counts where nothing is said", (path) => {
    const { empty, input }: NumberField = fields[path];
    const shown = emptyText(fields[path]);
    if (!input?.otherwise) expect(shown).toBe(empty ?? "none");
    else expect(readField(path, shown)).toMatchObject({ ok: true, value: input.otherwise });
  });

  it.each(numbers)("%s reads back what its input box shows", (path) => {
    const { min, max, integer, choices }: NumberField = fields[path];
    const legal = choices
      ? fc.constantFrom(...choices)
      : integer
        ? fc.integer({ min, max })
        : fc
            .integer({ min: Math.ceil(min * 1e6), max: max * 1e6 })
            .map((millionths) => Number((millionths / 1e6).toPrecision(12)));
    fc.assert(
      fc.property(legal, (value) => {
        expect(readField(path, fieldText(path, value))).toMatchObject({ ok: true, value });
      }),
    );
  });

  it("is a key of the schema: a legal value is accepted, an object is refused at its path", () => {
    for (const path of paths) {
      const [section = "", key = ""] = path.split(".");
      const body = {
        workload: { model: "m" } as object,
        serving: {} as object,
        finance: {} as object,
        options: [{ accelerator: "a" }] as object[],
      };
      const place = (value: unknown) => ({
        ...body,
        [section]:
          section === "options"
            ? [{ accelerator: "a", [key]: value }]
            : sectionWith(body, section, key, value),
      });
      const field = fields[path];
      const legal =
        field.kind === "number" ? field.max : field.kind === "choice" ? field.choices[0]?.value : "x";
      expect(parseScenario(place(legal))).toMatchObject({ ok: true });
      const refused = parseScenario(place({}));
      expect(refused).toMatchObject({
        ok: false,
        errors: [{ path: path.replace("options.", "options.0.") }],
      });
    }
  });
});

function sectionWith(body: Record<string, object | object[]>, section: string, key: string, value: unknown) {
  return { ...body[section], [key]: value };
}

it("fieldOf finds a field with and without an index, and nothing else", () => {
  expect(fieldOf("options.3.tp")).toBe(fields["options.tp"]);
  expect(fieldOf("workload.batch")).toBe(fields["workload.batch"]);
  expect(fieldOf("toString")).toBeUndefined();
  expect(fieldOf("options.x.tp")).toBeUndefined();
});
