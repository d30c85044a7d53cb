import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, estimate, quantities, sweep } from "@/lib/engine";
import { applyPatch, defaultScenario } from "@/lib/scenario";
import { parseUnit } from "@/lib/units";
import { groupTable } from "@/lib/view/accuracy/groups";
import { peersTable } from "@/lib/view/accuracy/peers-table";
import { pointTable } from "@/lib/view/accuracy/point-table";
import { boardTable } from "@/lib/view/board/board-table";
import { trafficTable } from "@/lib/view/board/traffic-table";
import { compareTable } from "@/lib/view/compare";
import { frontier, frontierFigures, frontierLoads, frontierTable } from "@/lib/view/frontier";
import { type Goal, meanFigure } from "@/lib/view/goals";
import { memoryTable } from "@/lib/view/memory";
import { monthlyTable } from "@/lib/view/monthly";
import { movedFigures, movedTable } from "@/lib/view/moved";
import { rooflineTable } from "@/lib/view/roofline";
import { sensitivityTable } from "@/lib/view/sensitivity";
import { cellValue, columnScale, headerUnit, type Table } from "@/lib/view/table";
import { timeTable } from "@/lib/view/time-parts";
import { point } from "./accuracy/points";
import { estimated, lookup, mixed } from "./estimates";
import { expectHeadersToHold, readCell } from "./table-text";

const slow = estimated([
  { accelerator: "aws-graviton4", tp: 1 },
  { accelerator: "nvidia-h200-sxm-141gb", tp: 2, dp: 2 },
  { accelerator: "nvidia-b200-sxm", tp: 8 },
]);
const offline = estimate(applyPatch(mixed().scenario, { serving: { batching: "offline" } }), lookup);
const half = estimate(applyPatch(mixed().scenario, { finance: { utilisation: 0.5 } }), lookup);
const strict = answer(
  applyPatch(slow.scenario, { goals: { ttft: 0.5, tpot: 0.03, answer: 20 }, traffic: { load: "users" } }),
  lookup,
);
const plans = [mixed(), slow, strict, offline, estimate(defaultScenario, lookup)];

const swept = (plan: (typeof plans)[number]) =>
  frontierTable(
    frontier(
      plan,
      frontierLoads(plan).map((loads, index) => {
        const found = sweep(plan.scenario, index, lookup, loads, frontierFigures);
        return Array.isArray(found) ? found : [];
      }),
    ),
  );

const moves = sensitivityTable("an option", [
  { id: "a", label: "A", now: "1", down: { text: "0.8", cost: 2e-7, change: -0.31 }, up: null },
  { id: "b", label: "B", now: "1", down: null, up: { text: "2", cost: 4.123e-6, change: 12.7 } },
]);
const peers = peersTable([
  { name: "p", kind: "k", metric: "m", cases: 1234, mape: 0.4567, median: 0.0012, answered: "all" },
]);

const points = [
  point(),
  point({ id: "b", metric: "ttft_ms", measured: 1234, predicted: 987.6 }),
  point({ id: "c", metric: "output_tokens_per_s_total", measured: 51_234.5, predicted: 51_000 }),
];

const tables: Table[] = [
  ...plans.flatMap((plan) => [
    boardTable(plan),
    timeTable(plan, 0),
    trafficTable(plan, 0),
    compareTable(plan),
    memoryTable(plan),
    rooflineTable(plan),
    monthlyTable(plan),
    swept(plan),
  ]),
  movedTable(movedFigures(mixed(), half)),
  moves,
  peers,
  groupTable(points),
  pointTable(points),
];

describe.each(tables.map((table): [string, Table] => [table.id, table]))("the table %s", (_, table) => {
  it("says in header and cell together what the number is", () => {
    expectHeadersToHold(table);
  });

  it("has for every number that is a quantity of the engine the engine's own unit", () => {
    for (const column of table.columns) {
      const addresses = table.rows.flatMap((row) => {
        const cell = row[column.id];
        // A simulated time has no formula: its unit is that of the benchmark's mean.
        return typeof cell === "object" && cell !== null
          ? [
              cell.address
                .replace(/[@#].*/, "")
                .replace(/^simulated\.(\w+)\..*/, (_, goal: Goal) => meanFigure[goal]),
            ]
          : [];
      });
      for (const id of new Set([...addresses, ...(quantities.has(column.id) ? [column.id] : [])])) {
        expect(column.unit, `${column.id}: ${id}`).toBe(quantities.get(id)?.unit);
      }
    }
  });

  it("gives all numbers of a column the same decimals", () => {
    for (const column of table.columns.filter(({ kind, unitIn }) => kind === "number" && !unitIn)) {
      const scale = columnScale(table, column);
      const texts = table.rows
        .map((row) => cellValue(row[column.id]))
        .filter((value) => typeof value === "number")
        .map(scale.text);
      const decimals = texts
        .filter((text) => !text.startsWith("<"))
        .map((text) => text.split(".")[1]?.length);
      expect(new Set(decimals).size, `${column.id}: ${texts.join(" | ")}`).toBeLessThanOrEqual(1);
    }
  });
});

/** The catalog's tables have another shape, and a test of their own. */
const textsIn = (folder: string, name: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => name.test(path) && !path.startsWith("catalog/"))
    .map((path) => readFileSync(`${folder}/${path}`, "utf8"));

it("every table that is made for a page has its headers and cells tried", () => {
  const made = textsIn("lib/view", /\.ts$/).flatMap((text) =>
    [...text.matchAll(/^export (?:function|const) (\w+Table)\b/gm)].map(([, name]) => name ?? ""),
  );
  expect(made).toContain("topologyMonthsTable");
  const tried = [...textsIn("test/view", /\.test\.tsx?$/), ...textsIn("test/claims", /\.test\.ts$/)]
    .filter((text) => text.includes("expectHeadersToHold("))
    .join("\n");
  expect(made.filter((name) => !tried.includes(`${name}(`))).toEqual([]);
});

it("one scale holds for numbers of any spread and sign", () => {
  const units = [
    "s",
    "s/tok",
    "B",
    "FLOP/s",
    "W",
    "J/tok",
    "tok/s",
    "USD/tok",
    "USD",
    "1",
    "%",
    "kWh",
    "req",
  ];
  const size = fc.double({ min: 1e-12, max: 1e15, noNaN: true });
  const value = fc.oneof(
    size,
    size.map((each) => -each),
    fc.constant(0),
    fc.integer({ min: 0, max: 1e7 }),
  );
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...units),
      (values, unit) => {
        const column = { id: "x", label: "X", unit, kind: "number" as const };
        const table = { id: "t", title: "T", columns: [column], rows: values.map((x) => ({ x })) };
        const scale = columnScale(table, column);
        for (const each of values) {
          const read = readCell(scale.text(each), headerUnit(scale), unit);
          const base = each * parseUnit(unit).factor;
          expect(Math.abs(read.value - base)).toBeLessThanOrEqual(read.within + 1e-9 * Math.abs(base));
        }
      },
    ),
  );
});

it("gives the smallest of a column three digits, and leaves whole counts whole", () => {
  const shown = (values: number[], unit: string) => {
    const column = { id: "x", label: "X", unit, kind: "number" as const };
    const table = { id: "t", title: "T", columns: [column], rows: values.map((x) => ({ x })) };
    const scale = columnScale(table, column);
    return [headerUnit(scale), ...values.map(scale.text)].join(" | ");
  };
  expect(shown([0.23, 0.332, 0.713, 0.0194], "s")).toBe("ms | 230.0 | 332.0 | 713.0 | 19.4");
  expect(shown([0.23, 10_800], "s")).toBe("s | 0.23 | 10,800.00");
  expect(shown([4.2e-7, 1.23e-5], "USD/tok")).toBe("$/Mtok | 0.420 | 12.300");
  expect(shown([131_072, 8192], "tok")).toBe("tok | 131,072 | 8,192");
  expect(shown([5221.7, 12_345.6], "USD")).toBe("$ | 5,222 | 12,346");
});

it("what a view works out for itself is in the unit that its header says", () => {
  const plan = mixed();
  const inBase = (table: Table, id: string, row: number) => {
    const unit = table.columns.find((column) => column.id === id)?.unit ?? "1";
    return Number(cellValue(table.rows[row]?.[id])) * parseUnit(unit).factor;
  };
  const energy = inBase(monthlyTable(plan), "energy", 0);
  expect(energy / (plan.options[0]?.figures.monthlyEnergy ?? Number.NaN)).toBeCloseTo(1, 9);
  const [operator] = plan.options[0]?.operators.filter(({ flops, bytes }) => flops > 0 && bytes > 0) ?? [];
  const roofs = rooflineTable(plan);
  const [flops = Number.NaN, bytes = 1, time = 1] = [operator?.flops, operator?.bytes, operator?.time];
  expect(inBase(roofs, "rate", 0) / (flops / time)).toBeCloseTo(1, 9);
  expect(inBase(roofs, "intensity", 0) / (flops / bytes)).toBeCloseTo(1, 9);
});
