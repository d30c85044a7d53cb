import { nextBatchOf, type PlanCells } from "@/lib/engine/cells";
import type { Input, Quantity } from "@/lib/formula";
import { type BookCell, type BookSheet, cellAt, heads, live, number, text } from "./book";
import { inputs, ofRows, type Places, type Spot } from "./places";
import type { SizedCell } from "./topologies-sheet";

/** One comparison of what the sheets say now with what the application had. */
interface Check {
  readonly says: string;
  readonly option: number;
  readonly now: string;
  /** What `now` is at present. */
  readonly value: number;
  readonly was: number;
  readonly tolerance: number;
}

/** By judgement: what a spreadsheet's arithmetic may lose, and what the search for a batch leaves. */
const EXACT = 1e-9;
const SEARCHED = 1e-3;
const FIRST_ROW = 3;

/** Figures whose totals a reader compares first. */
const TOTALS = ["monthlyCost", "costPerToken", "outputRate", "tpot", "ttft"] as const;

/** Results as they were in the application: any edit may move them. */
function totalsOf(
  places: Places,
  cells: PlanCells,
  option: number,
  quantity: (id: string) => Quantity,
): Check[] {
  return TOTALS.map(quantity)
    .filter((each) => cells.known(each))
    .map((each) => ({
      says: `${each.label}: as in the application, before any edit`,
      option,
      now: places.of(each, { option }),
      value: cells.value(each),
      was: cells.value(each),
      tolerance: EXACT,
    }));
}

/** Whether an input must stay what it was for the plan's solution to mean anything. */
const isSolvedFor = (cells: PlanCells, input: Input): boolean =>
  cells.follows(input) === undefined && ["searched", "structural"].includes(cells.edit(input));

/** What was searched for, and everything that it was found for. */
function solvedOf(places: Places, cells: PlanCells, option: number): Check[] {
  const spot: Spot = { option };
  const locked = inputs
    .filter((input) => isSolvedFor(cells, input))
    .map((input) => ({
      says: `${input.label}: still what the plan was solved for`,
      option,
      now: places.of(input, spot),
      value: cells.value(input),
      was: cells.value(input),
      tolerance: EXACT,
    }));
  const shapes = ofRows.filter((each): each is Input => each.kind === "input");
  const sums = cells.steps.flatMap((step) =>
    shapes.map((input) => ({
      says: `${input.label}, all operators of the ${step} step: still what the plan was laid out for`,
      option,
      now: `SUM(${places.range(input, { option, step })})`,
      value: sumOf(places, input, option, step),
      was: sumOf(places, input, option, step),
      tolerance: EXACT,
    })),
  );
  const { solved, asked } = nextBatchOf(cells);
  const batch =
    asked === undefined
      ? []
      : [
          {
            says: "The batch that was found agrees with the times that it causes",
            option,
            now: places.of(solved, spot),
            value: cells.value(solved),
            was: asked,
            tolerance: SEARCHED,
          },
        ];
  return [...batch, ...locked, ...sums];
}

function sumOf(places: Places, input: Input, option: number, step: string): number {
  return places.lines.reduce(
    (sum, line) =>
      line.option === option && line.step === step && places.has(input, line)
        ? sum + (places.options[option]?.value(input, line) ?? 0)
        : sum,
    0,
  );
}

const range = (first: number, count: number) => `$F$${first + 1}:$F$${first + count}`;

/** The sheet of checks, and where the lines of what an option was solved for stand: rows counted from zero. */
export interface Checked {
  readonly sheet: BookSheet;
  readonly solved: readonly ({ readonly first: number; readonly count: number } | undefined)[];
}

/**
 * What must hold for the other sheets to mean anything. The first line says whether what was solved or laid out still
 * stands for the inputs it was found for; the second whether the totals are still the application's, which any edit may
 * change.
 */
export function checksSheet(
  places: Places,
  names: readonly string[],
  quantity: (id: string) => Quantity,
  sized: readonly SizedCell[] = [],
): Checked {
  const totals = places.options.flatMap((cells, option) =>
    cells ? totalsOf(places, cells, option, quantity) : [],
  );
  const solved = places.options.map((cells, option) => (cells ? solvedOf(places, cells, option) : []));
  const ofTopologies = sized.map(({ says, at, value }) => ({
    says: `${says}: still what it was sized for`,
    option: -1,
    now: at,
    value,
    was: value,
    tolerance: EXACT,
  }));
  const checks = [...totals, ...solved.flat(), ...ofTopologies];
  const rows = checks.map(({ says, option, now, value, was, tolerance }, index): BookCell[] => {
    const at = (column: number) => cellAt(FIRST_ROW + index, column);
    return [
      text(says),
      text(names[option] ?? ""),
      live(now, value),
      number(was),
      number(tolerance),
      { value: true, formula: `ABS(${at(2)}-${at(3)})<=${at(4)}*ABS(${at(3)})`, look: "check" },
    ];
  });
  const together = (says: string, first: number, count: number) => [
    text(says, "title"),
    ...[1, 2, 3, 4].map(() => undefined),
    count > 0 ? { value: true, formula: `AND(${range(first, count)})`, look: "check" as const } : undefined,
  ];
  let next = FIRST_ROW + totals.length;
  return {
    solved: solved.map(({ length: count }) => {
      const first = next;
      next += count;
      return count > 0 ? { first, count } : undefined;
    }),
    sheet: {
      name: "Checks",
      widths: [72, 24, 18, 18, 12, 10],
      frozen: { rows: FIRST_ROW, columns: 1 },
      rows: [
        together(
          "What was solved stands for the inputs it was solved for",
          FIRST_ROW + totals.length,
          checks.length - totals.length,
        ),
        together("Totals are the application's: nothing was edited", FIRST_ROW, totals.length),
        heads("Check", "Option", "Now", "Then", "Relative tolerance", "Holds"),
        ...rows,
      ],
    },
  };
}
