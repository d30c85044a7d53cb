import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { expect, it } from "vitest";
import { acceleratorSchema, modelSchema, offerSchema, sourceSchema } from "@/lib/catalog/schema";

/** The indented examples of a section of data/README.md. */
function example(section: string): unknown {
  const [, text = ""] = readFileSync("data/README.md", "utf8").split(`## ${section}\n`);
  const lines = (text.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("    "));
  return parse(lines.map((line) => line.slice(4)).join("\n"));
}

it.each([
  ["Add a source", sourceSchema],
  ["Add an accelerator", acceleratorSchema],
  ["Add a model", modelSchema],
])("the example under '%s' is a valid record", (section, recordSchema) => {
  const result = recordSchema.safeParse({ ...(example(section) as object), id: "example" });
  expect(result.error?.issues ?? []).toEqual([]);
});

it("the example under 'Add a price' is a valid offer", () => {
  const { offer } = example("Add a price") as { offer: unknown[] };
  expect(offerSchema.safeParse(offer[0]).error?.issues ?? []).toEqual([]);
});
