import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { models } from "@/lib/catalog";
import {
  cacheBytesPerToken,
  fixedBytesPerSequence,
  kvBytesPerTokenBeyondWindows,
} from "@/lib/catalog/count/cache";
import { parameters, predictionParameters } from "@/lib/catalog/count/model";

// Counts of an independent calculation, 79 of which equal a published checkpoint to the last parameter.
// Rows with a total and a cache alone: totals of a checkpoint or of a second count, caches worked by hand from the file.
// Whisper's fixed bytes are worked by hand: 32 layers x keys and values x 1,280 x 1,500 positions x 2 B.
const rows = readFileSync("test/catalog/golden/model-counts.csv", "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [id = "", ...numbers] = line.split(",");
    return { id, numbers: numbers.map((text) => (text === "" ? undefined : Number(text))) };
  });

describe("counts", () => {
  it("cover every model that can be counted", () => {
    expect(models().map(({ id }) => id)).toEqual(expect.arrayContaining(rows.map(({ id }) => id)));
    expect(rows.length).toBeGreaterThanOrEqual(164);
  });

  it.each(rows)("of $id are exact", ({ id, numbers }) => {
    const model = models().find((candidate) => candidate.id === id);
    if (!model) throw new Error(`no model ${id}`);
    const { total, active, embedding } = parameters(model);
    const counted = [
      total,
      active,
      embedding,
      cacheBytesPerToken(model, 2),
      kvBytesPerTokenBeyondWindows(model, 2),
      fixedBytesPerSequence(model),
    ];
    // What no one else counted is left empty.
    const known = numbers.slice(0, 6).map((number, column) => number ?? counted[column]);
    expect(counted).toEqual(known);
    if (numbers[6] !== undefined) expect(predictionParameters(model)).toBe(numbers[6]);
  });
});

describe("published checkpoints", () => {
  const counted = models().filter(({ published }) => published?.exact && !published.note);

  it("are met to the last parameter by most models", () => {
    const exact = counted.filter((model) => parameters(model).total === model.published?.parameters);
    expect(exact.length).toBeGreaterThanOrEqual(55);
  });
});
