import { describe, expect, it } from "vitest";
import { calibrations } from "@/lib/catalog";
import { type CustomFieldKey, customFields, fields, parseScenario } from "@/lib/scenario";
import { customAcceleratorSchema } from "@/lib/scenario/custom";
import { customArchitectures } from "@/lib/scenario/custom-architectures";
import { fieldErrors } from "@/lib/scenario/field-error";
import type { ChoiceField, Field } from "@/lib/scenario/field-kinds";

const choices: [string, readonly { readonly value: string; readonly label: string }[]][] = [
  ["architectures of one's own", customArchitectures],
  ...Object.entries(fields).flatMap(([path, field]: [string, Field]) =>
    field.kind === "choice" ? [[path, field.choices] as [string, ChoiceField["choices"]]] : [],
  ),
];

it.each(choices)("the choices of %s have a name and a word each, no two alike", (_, list) => {
  expect(list.length).toBeGreaterThan(1);
  for (const { value, label } of list) {
    expect(value).toMatch(/^[a-z][a-z0-9.-]*$/);
    expect(label.trim()).toMatch(/^.{2,}$/);
  }
  expect(new Set(list.map(({ value }) => value)).size).toBe(list.length);
  expect(new Set(list.map(({ label }) => label)).size).toBe(list.length);
});

it("every architecture that kernels were measured on can be assumed for a chip of one's own", () => {
  const measured = calibrations().filter(({ kind }) => kind === "architecture");
  const offered = new Set<string>(customArchitectures.map(({ value }) => value));
  expect(measured.length).toBeGreaterThan(10);
  expect(measured.map(({ id }) => id).filter((id) => !offered.has(id))).toEqual([]);
});

describe("an accelerator of one's own", () => {
  const keys = Object.keys(customFields) as CustomFieldKey[];
  const full = {
    name: "Mine",
    architecture: "hopper",
    ...Object.fromEntries(keys.map((key) => [key, customFields[key].example])),
  };
  const errors = (input: unknown) => {
    const reading = customAcceleratorSchema.safeParse(input, { reportInput: true });
    return reading.success ? [] : fieldErrors(reading.error.issues);
  };

  it("is one when every figure is its example, and needs no more than six figures", () => {
    expect(errors(full)).toEqual([]);
    const needed = keys.filter((key) => errors({ ...full, [key]: undefined }).length > 0);
    const required = keys.filter((key) => "required" in customFields[key] && customFields[key].required);
    // A link and what it joins need each other.
    expect(needed).toEqual([...required, "link", "linkDomain"]);
    expect(required).toEqual(["memory", "memoryBandwidth", "bf16"]);
  });

  it.each(keys)("says of a wrong %s which figure it is, by its name", (key) => {
    const { label, help, max } = customFields[key];
    expect(label).toMatch(/^[A-Z][\w ]+$/);
    expect(help).toMatch(/^[A-Z].{10,}\.$/);
    const said = errors({ ...full, [key]: "much" });
    expect(said.map(({ path }) => path)).toContain(key);
    expect(said[0]?.message.startsWith(`${label}: `)).toBe(true);
    const beyond = max.replace(/^(\d+)/, (amount) => String(Number(amount) + 1));
    expect(errors({ ...full, [key]: beyond })[0]?.message).toContain(`to ${max}`);
    expect(errors({ ...full, [key]: max })).toEqual([]);
  });

  it("has names for its figures that no two share", () => {
    expect(new Set(keys.map((key) => customFields[key].label)).size).toBe(keys.length);
    expect(new Set(keys.map((key) => customFields[key].help)).size).toBe(keys.length);
  });

  it("joins whole accelerators alone", () => {
    expect(errors({ ...full, linkDomain: 2.5 })).toEqual([
      { path: "linkDomain", message: "Linked accelerators: must be a whole number, understood 2.5 acc" },
    ]);
  });
});

it("a plan that names no model or no accelerator is told which field is missing", () => {
  const reading = parseScenario({ workload: {}, options: [{}] });
  expect(reading.ok ? [] : reading.errors.map(({ path }) => path)).toEqual([
    "workload.model",
    "options.0.accelerator",
  ]);
});
