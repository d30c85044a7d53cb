import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mistakesIn } from "./mistakes";
import { switched } from "./switched";

const CODE = `
  const first = (list) => {
    for (const each of list) if (each?.size > 2 && each.name !== "") return [each.name.trim(), { size: -each.size }];
    return \`none of \${list.length}\`;
  };
  return first(given);
`;
const wrapped = `function run(given) {${CODE}}`;
const found = mistakesIn("example.ts", wrapped);

const shared = globalThis as { __mistakes?: { present: number } };
let before: { present: number } | undefined;
beforeEach(() => {
  before = shared.__mistakes;
  delete shared.__mistakes;
});
afterEach(() => {
  if (before) shared.__mistakes = before;
  else delete shared.__mistakes;
});

const result = (code: string, given: unknown): string => {
  try {
    return JSON.stringify(new Function(`${code}; return run(${JSON.stringify(given)})`)()) ?? "nothing";
  } catch (error) {
    return String(error instanceof Error ? error.constructor.name : error);
  }
};
const cases = [[{ size: 3, name: " a " }], [{ size: 2, name: "b" }], [{ size: 3, name: "" }], [null], []];

describe("small mistakes", () => {
  it("are all that can be made, each once", () => {
    const names = found.map(({ name }) => name.replace(/^\d+: /, ""));
    expect(new Set(names).size).toBe(names.length);
    for (const one of [
      "each?.size > 2 → (each?.size) <= (2)",
      "?. → .",
      '"" → "else"',
      "each.name.trim() → each.name",
      "-each.size → each.size",
    ])
      expect(names).toContain(one);
  });

  it("change nothing until one is present, and then are as if they were written", () => {
    const together = switched(wrapped, found, 100);
    for (const given of cases) {
      delete shared.__mistakes;
      expect(result(together, given)).toBe(result(wrapped, given));
      for (const [index, { start, end, text, kind }] of found.entries()) {
        const written = kind === "expression" ? text : "{}";
        const alone = wrapped.slice(0, start) + written + wrapped.slice(end);
        Object.assign(shared.__mistakes ?? {}, { present: 100 + index });
        expect(result(together, given), found[index]?.name).toBe(result(alone, given));
      }
    }
  });
});
