import { editOf, nextBatchOf } from "@/lib/engine/cells";
import type { Input, Quantity } from "@/lib/formula";
import { address, type BookCell, type BookSheet, heads, live, number, text } from "./book";
import { inputs, ofRows, type Places, type Spot } from "./places";

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
const FIRST_ROW = 2;

/** Figures whose totals a reader compares first. */
const TOTALS = ["monthlyCost", "costPerToken", "outputRate", "tpot", "ttft"] as const;

function checksOf(places: Places, quantity: (id: string) => Quantity): Check[] {
  return places.options.flatMap((cells, option) => {
    if (!cells) return [];
    const spot: Spot = { option };
    const totals = TOTALS.map(quantity)
      .filter((each) => cells.known(each))
      .map((each) => ({
        says: `${each.label}: as in the application, before any edit`,
        option,
        now: places.of(each, spot),
        value: cells.value(each),
        was: cells.value(each),
        tolerance: EXACT,
      }));
    const locked = inputs
      .filter((input) => editOf(input) === "searched" || editOf(input) === "structural")
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
    return [...totals, ...batch, ...locked, ...sums];
  });
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

/**
 * What must hold for the other sheets to mean anything: totals equal the application's, and what was solved or laid out
 * stands for the inputs it was found for. The first line says whether all of it does.
 */
export function checksSheet(
  places: Places,
  names: readonly string[],
  quantity: (id: string) => Quantity,
): BookSheet {
  const checks = checksOf(places, quantity);
  const rows = checks.map(({ says, option, now, value, was, tolerance }, index): BookCell[] => {
    const at = (column: number) => address("Checks", FIRST_ROW + index, column).slice("Checks!".length);
    return [
      text(says),
      text(names[option] ?? ""),
      live(now, value),
      number(was),
      number(tolerance),
      { value: true, formula: `ABS(${at(2)}-${at(3)})<=${at(4)}*ABS(${at(3)})`, look: "check" },
    ];
  });
  const last = FIRST_ROW + Math.max(1, rows.length) - 1;
  const all = `AND($F$${FIRST_ROW + 1}:$F$${last + 1})`;
  return {
    name: "Checks",
    widths: [72, 24, 18, 18, 12, 10],
    frozen: { rows: 2, columns: 1 },
    rows: [
      [
        text("Everything holds", "title"),
        undefined,
        undefined,
        undefined,
        undefined,
        rows.length > 0 ? { value: true, formula: all, look: "check" } : undefined,
      ],
      heads("Check", "Option", "Now", "Then", "Relative tolerance", "Holds"),
      ...rows,
    ],
  };
}
