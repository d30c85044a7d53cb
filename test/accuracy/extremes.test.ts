import fc from "fast-check";
import { expect, it } from "vitest";
import { METRICS, readMeasurements } from "@/lib/accuracy/measurement";
import { answerAll } from "@/lib/accuracy/predict";
import { errorsOf } from "@/lib/accuracy/statistics";
import { LOOKUP } from "../engine/plans";
import { names, table } from "./rows";

const number = fc.oneof(
  fc.constantFrom(
    "",
    "0",
    "1",
    "7",
    "8",
    "1e5",
    "1e6",
    "1e7",
    "1e308",
    "5e-324",
    "-1",
    "NaN",
    "Infinity",
    "0x10",
    " 3 ",
  ),
  fc.double({ noNaN: true }).map(String),
  fc.integer({ min: 1, max: 100_000 }).map(String),
);
const cell = {
  num_accelerators: number,
  tp: number,
  pp: number,
  dp: number,
  ep: number,
  isl: number,
  osl: number,
  concurrency: number,
  value: number,
  mode: fc.constantFrom("server", "offline", "static_batch", "single_stream"),
  metric: fc.constantFrom(...METRICS),
  model: fc.constantFrom(
    "meta-llama/Meta-Llama-3.1-70B",
    "deepseek-ai/DeepSeek-V3",
    "mistralai/Mixtral-8x7B-v0.1",
  ),
};
// A few cells at a time: with all of them strange no row would be read.
const strange = fc
  .constantFrom(...Object.keys(cell))
  .chain((a) =>
    fc
      .constantFrom(...Object.keys(cell))
      .chain((b) => fc.record({ [a]: cell[a as keyof typeof cell], [b]: cell[b as keyof typeof cell] })),
  ) as fc.Arbitrary<Record<string, string>>;

it("every row is answered with a finite figure above zero, or with a reason", () => {
  let answered = 0;
  fc.assert(
    fc.property(fc.array(strange, { minLength: 1, maxLength: 8 }), (cells) => {
      const { rows, unreadable } = readMeasurements(table(...cells));
      expect(rows.length + unreadable.length).toBe(cells.length);
      for (const { message } of unreadable) expect(message).toMatch(/^[a-z_]+: /);
      const answers = answerAll(rows, LOOKUP, names);
      for (const { predicted, reason, row } of answers) {
        if (predicted === null) expect(reason).toBeTruthy();
        else expect(predicted > 0 && Number.isFinite(predicted), JSON.stringify(row)).toBe(true);
      }
      const ratios = answers.flatMap(({ predicted, row }) =>
        predicted === null ? [] : [predicted / row.value],
      );
      answered += ratios.length;
      if (ratios.length > 0)
        for (const figure of Object.values(errorsOf(ratios))) expect(figure).toSatisfy(Number.isFinite);
    }),
    { numRuns: 150 },
  );
  expect(answered).toBeGreaterThan(50);
});
