import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { renderToString } from "react-dom/server";
import { afterAll, describe, expect, it, vi } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import { recordsOf } from "@/app/planner-start";
import { BareSnapshot } from "@/components/snapshot/bare-snapshot";
import { Snapshot } from "@/components/snapshot/snapshot";
import { type Estimate, estimate, UnknownRecord } from "@/lib/engine";
import { defaultScenario, parseScenario } from "@/lib/scenario";
import { compareTable } from "@/lib/view/compare";
import { frontierLoads } from "@/lib/view/frontier";
import { memoryTable } from "@/lib/view/memory";
import { monthlyTable } from "@/lib/view/monthly";
import { movedFigures, movedTable } from "@/lib/view/moved";
import { priceOriginLines } from "@/lib/view/price-origin";
import { rooflineTable } from "@/lib/view/roofline";
import { bareTable } from "@/lib/view/saved/bare-table";
import { readSaved, type SavedReading, type StoredPlan } from "@/lib/view/saved/read-saved";
import { storedResult } from "@/lib/view/saved/stored-result";
import { expectHeadersToHold } from "../table-text";

// What is drawn loads parts that nothing here waits for; they must not be loading when the file has ended.
afterAll(() => vi.dynamicImportSettled());

const FOLDER = "test/scenario/versions";
const rowsOf = (version: number) =>
  readdirSync(`${FOLDER}/${version}`).map((name): [string, StoredPlan & { name: string }] => [
    name,
    JSON.parse(readFileSync(`${FOLDER}/${version}/${name}`, "utf8")).row,
  ]);
const rows = [...rowsOf(1), ...rowsOf(2)];
const asStored = (shown: Estimate): StoredPlan =>
  JSON.parse(
    JSON.stringify({
      state: shown.scenario,
      result: storedResult(shown),
      engineVersion: shown.engineVersion,
      catalogVersion: shown.catalogVersion,
    }),
  );
function estimateOf(input: unknown): Estimate {
  const reading = parseScenario(input);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return estimate(reading.scenario, lookupFor(reading.scenario));
}
function whole(reading: SavedReading): Estimate {
  if (!reading.ok) throw new Error(reading.reason);
  return reading.estimate;
}

/** As the page computes it: a record may be gone. */
function estimateToday({ scenario }: Estimate): Estimate | null {
  try {
    return estimate(scenario, lookupFor(scenario));
  } catch (error) {
    if (error instanceof UnknownRecord) return null;
    throw error;
  }
}

/** Everything that is drawn of a saved plan. */
function draw(reading: SavedReading): string {
  const moment = {
    viewId: "A".repeat(22),
    name: "A",
    savedAt: "2026-11-21T05:00:00.000Z",
    expiresAt: "2027-11-21T05:00:00.000Z",
    version: 1,
    latestVersion: 2,
  };
  const versions = { engineVersion: "1", catalogVersion: "2" };
  if (!reading.ok) {
    const table = bareTable(reading.options);
    expectHeadersToHold(table);
    return renderToString(
      <BareSnapshot saved={{ ...moment, ...versions }} reason={reading.reason} table={table} />,
    );
  }
  const shown = reading.estimate;
  const today = estimateToday(shown);
  const tables = [
    compareTable(shown),
    rooflineTable(shown),
    memoryTable(shown),
    monthlyTable(shown),
    ...(today ? [movedTable(movedFigures(shown, today))] : []),
  ];
  for (const value of tables.flatMap(({ rows: cells }) => cells.flatMap((cell) => Object.values(cell)))) {
    if (typeof value === "number") expect(value).toSatisfy(Number.isFinite);
  }
  frontierLoads(shown);
  const records = recordsOf(shown.scenario);
  const known = { offers: [], sourceOf: (id: string) => records.sources[id] };
  const origins = shown.options.map((option) => ({
    name: "",
    lines: priceOriginLines(option, known, shown.scenario.currency, "2026-11-29"),
  }));
  return renderToString(
    <Snapshot
      plan={{
        ...moment,
        estimate: shown,
        today,
        records,
        question: "",
        lines: [],
        origins,
        planAddress: "/",
      }}
    />,
  );
}

describe("a saved result of any version", () => {
  it.each(rows)("%s shows the figures that were saved", (_, row) => {
    const { options } = row.result as {
      options: { figures: object; operators: object[]; verdict: object }[];
    };
    const shown = whole(readSaved(row));
    expect(shown.options.map(({ figures }) => figures)).toEqual(options.map(({ figures }) => figures));
    expect(shown.options.map(({ operators }) => operators)).toEqual(
      options.map(({ operators }) => operators),
    );
    expect(shown.options.map(({ verdict }) => verdict)).toEqual(
      options.map(({ verdict }) => ("repairs" in verdict ? { ...verdict, repairs: [] } : verdict)),
    );
    expect(shown.engineVersion).toBe(row.engineVersion);
    expect(draw(readSaved(row))).toContain("Saved");
  });
});

describe("a result of today", () => {
  it.each([
    ["the opening plan", defaultScenario],
    ["goals", { ...defaultScenario, goals: { ...defaultScenario.goals, ttft: 0.5 } }],
    [
      "a price of one's own",
      { workload: { model: "qwen3-8b" }, options: [{ accelerator: "nvidia-l40s", pricePerHour: 1 }] },
    ],
  ])("%s is read as it was stored", (_, input) => {
    const shown = estimateOf(input);
    expect(readSaved(asStored(shown))).toEqual({ ok: true, estimate: JSON.parse(JSON.stringify(shown)) });
  });

  it("says why an option did not fit, without its repairs", () => {
    const shown = estimateOf({
      workload: { model: "deepseek-v3" },
      options: [{ accelerator: "nvidia-l40s" }],
    });
    const [read] = whole(readSaved(asStored(shown))).options;
    const [said] = shown.options;
    expect(said?.verdict.feasible).toBe(false);
    expect(read?.verdict).toEqual({ ...said?.verdict, repairs: [] });
  });

  it("holds its scenario once", () => {
    const stored = JSON.stringify(storedResult(estimateOf(defaultScenario)));
    expect(stored).not.toContain("cachedPrefix");
    expect(stored).not.toContain('"option"');
  });
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place of a JSON value, as the keys that lead there. */
function places(value: Json, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => places(item, [...path, key]))];
}
/** The value with another one, or nothing, at a place. */
function changed(value: Json, [key, ...rest]: string[], put: Json | undefined): Json | undefined {
  if (key === undefined) return put;
  if (typeof value !== "object" || value === null) return value;
  const copy = structuredClone(value) as Record<string, Json>;
  const next = changed(copy[key] ?? null, rest, put);
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy as Json;
}

const odd = fc.oneof(
  fc.constantFrom<Json | undefined>(undefined, null, 0, -1, 1e308, "", "x", true, [], {}, [[]], [null]),
  fc.constantFrom<Json>("__proto__", { constructor: 1 }, { feasible: "yes" }, { value: 1 }, "a".repeat(5000)),
);

describe("a stored plan of any shape", () => {
  const stored = [rows[1]?.[1], rows[4]?.[1], asStored(estimateOf(defaultScenario))] as unknown as Json[];

  it("opens with what can be read when parts are gone or changed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stored),
        fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 6 }),
        (row, changes) => {
          let document: Json = row;
          for (const [at, put] of changes) {
            // Most places are cells of the operators' list; as often as not a place near the top is taken.
            const depth = at % 2 ? 5 : 9;
            const all = places(document).filter(
              (path) => /^(state|result)$/.test(path[0] ?? "") && path.length < depth,
            );
            document = changed(document, all[at % Math.max(1, all.length)] ?? ["result"], put) ?? {};
          }
          expect(draw(readSaved(document as unknown as StoredPlan))).toContain("Saved");
        },
      ),
      { numRuns: 60 },
    );
  });

  it("never throws, whatever was stored", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.boolean(), (state, options, known) => {
        const reading = readSaved({
          state: known ? defaultScenario : state,
          result: { options },
          engineVersion: "",
          catalogVersion: "",
        });
        expect(typeof reading.ok).toBe("boolean");
      }),
      { numRuns: 1000 },
    );
  });

  it("shows the figures alone where its scenario is of a newer planner", () => {
    const reading = readSaved({
      ...asStored(estimateOf(defaultScenario)),
      state: { ...defaultScenario, v: 9 },
    });
    if (reading.ok) throw new Error("read");
    expect(reading.reason).toContain("made by a newer planner");
    expect(reading.options).toHaveLength(3);
    expect(draw(reading)).toContain("NVIDIA H200");
  });
});
