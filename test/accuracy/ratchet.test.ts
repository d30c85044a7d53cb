import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { beforeAll, describe, expect, it } from "vitest";
import { readMeasurements } from "@/lib/accuracy/measurement";
import { type Answer, answerAll } from "@/lib/accuracy/predict";
import { type Errors, errorsOf } from "@/lib/accuracy/statistics";
import { modelByName } from "@/lib/catalog";
import { catalogLookup } from "@/lib/catalog/lookup";
import { classErrors } from "@/lib/view/accuracy/target-classes";
import { names } from "./rows";

type Record = { cases: number; median: number; within25: number };

const FILE = join(import.meta.dirname, "ratchet.toml");
const MEASUREMENTS = ["data/benchmarks/validation.csv", "data/benchmarks/openloop.csv"];
/** In percentage points: what a change elsewhere may cost before someone has to look. */
const TOLERANCE = 0.2;

const recorded = parse(readFileSync(FILE, "utf8")) as { [id: string]: Record };
let answers: Answer[];
let found: Map<string, Errors>;

const percent = (share: number) => Math.round(share * 10_000) / 100;

beforeAll(() => {
  const tables = MEASUREMENTS.map((path) => readMeasurements(readFileSync(path, "utf8")));
  expect(tables.flatMap(({ unreadable }) => unreadable)).toEqual([]);
  const rows = tables.flatMap((table) => table.rows).filter(({ split }) => split === "validation");
  answers = answerAll(rows, catalogLookup(), names);
  const ratios = answers.flatMap(({ predicted, row }) => (predicted === null ? [] : predicted / row.value));
  found = new Map([
    ...classErrors(answers, modelByName).map(({ target, errors }) => [target.id, errors] as const),
    ["overall", errorsOf(ratios)],
  ]);
  if (process.env.RATCHET === "write") record(found);
});

/** Keeps the comment at the head of the file. */
function record(errors: Map<string, Errors>) {
  const head = readFileSync(FILE, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("#"));
  const sections = [...errors].map(
    ([id, { cases, median, within25 }]) =>
      `[${id}]\ncases = ${cases}\nmedian = ${percent(median)}\nwithin25 = ${percent(within25)}\n`,
  );
  writeFileSync(FILE, `${head.join("\n")}\n\n${sections.join("\n")}`);
}

describe("errors on measurements that no constant was fitted on", () => {
  it("are recorded for every class", () => {
    expect(Object.keys(recorded).sort()).toEqual([...found.keys()].sort());
  });

  it.each(Object.entries(recorded))("of %s do not grow", (id, { cases, median, within25 }) => {
    const now = found.get(id) as Errors;
    expect(now.cases, "answered cases").toBeGreaterThanOrEqual(cases);
    expect(percent(now.median), "median error, %").toBeLessThanOrEqual(median + TOLERANCE);
    expect(percent(now.within25), "share within ±25 %, %").toBeGreaterThanOrEqual(within25 - TOLERANCE);
  });

  it("are recorded as they are, so that what was gained is kept", () => {
    for (const [id, { median }] of Object.entries(recorded)) {
      const gained = median - percent((found.get(id) as Errors).median);
      expect(gained, `${id} is better than recorded: record it`).toBeLessThan(1);
    }
  });
});

it("holds no row that a constant was fitted on", () => {
  expect(answers.every(({ row }) => row.split === "validation")).toBe(true);
  const fitted = readMeasurements(readFileSync("data/benchmarks/calibration.csv", "utf8")).rows;
  const ids = new Set(fitted.map(({ id }) => id));
  expect(fitted.every(({ split }) => split === "calibration")).toBe(true);
  expect(answers.filter(({ row }) => ids.has(row.id))).toEqual([]);
});
