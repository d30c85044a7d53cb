import fc from "fast-check";
import { expect, it } from "vitest";
import { fields, scenarioSchema } from "@/lib/scenario";
import { ofNoField, scenarioInputs } from "./arbitrary";

const { workload, traffic, goals, serving, options, finance, money } = scenarioSchema.shape;
const sections = {
  workload: workload.shape,
  traffic: traffic.unwrap().shape,
  goals: goals.unwrap().shape,
  serving: serving.unwrap().shape,
  options: options.element.shape,
  finance: finance.unwrap().shape,
  money: money.unwrap().shape,
};
const schemaPaths = Object.entries(sections).flatMap(([name, shape]) =>
  Object.keys(shape).map((key) => `${name}.${key}`),
);

const others = Object.entries(ofNoField).flatMap(([name, more]) =>
  Object.keys(more).map((key) => `${name}.${key}`),
);

it("the schema and the table of fields name the same fields", () => {
  expect([...schemaPaths].sort()).toEqual([...Object.keys(fields), ...others].sort());
});

it("the scenarios that properties are tried on hold every field", () => {
  const held = new Set<string>();
  for (const input of fc.sample(scenarioInputs, { numRuns: 300, seed: 1 })) {
    for (const [name, value] of Object.entries(input)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        for (const key of Object.keys(one)) held.add(`${name}.${key}`);
      }
    }
  }
  const missing = schemaPaths.filter((path) => !held.has(path));
  expect(missing).toEqual([]);
});
