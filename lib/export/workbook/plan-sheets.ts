import type { PlanCells } from "@/lib/engine/cells";
import { formulaCell, type Input, type Quantity } from "@/lib/formula";
import { type BookCell, type BookSheet, heads, live, number, text, unitText, withUnit } from "./book";
import { drawn, inputs, ofRows, ofSteps, type Places, results, type Spot } from "./places";
import { printed } from "./print";

/** The sheets of the plans themselves: what is given, what follows, by step and by operator. */

/** A quantity's cell: its formula with the value it has now, or nothing where it means nothing in this plan. */
function cellOf(quantity: Quantity, spot: Spot, places: Places): BookCell | undefined {
  const cells = places.options[spot.option];
  if (!cells?.known(quantity)) return undefined;
  const formula = printed(quantity, spot, places);
  if (formula === undefined) return undefined;
  return live(formula, cells.value(quantity, spot));
}

const WHY_LOCKED = {
  searched:
    "Read or set by the search for the batch or the fleet: the plan has to be solved again for another value.",
  structural: "Shapes the operators: the plan has to be laid out again for another value.",
  constant: "Fixed.",
  free: "",
} as const;

/** Every input of each option that runs: label, value, unit, where it comes from, and whether it may be edited. */
export function inputsSheet(places: Places, names: readonly string[]): BookSheet {
  const rows = places.options.flatMap((cells, option) =>
    cells ? inputs.map((input) => inputLine(input, cells, names[option] ?? "", { option }, places)) : [],
  );
  return {
    name: "Inputs",
    widths: [24, 24, 44, 18, 10, 14, 14, 12, 40, 12, 44],
    frozen: { rows: 1, columns: 3 },
    rows: [
      heads(
        "Option",
        "id",
        "Label",
        "Value",
        "Unit",
        "Low",
        "High",
        "Editable",
        "Source",
        "As of",
        "Comment",
      ),
      ...rows,
    ],
  };
}

function inputLine(
  input: Input,
  cells: PlanCells,
  name: string,
  spot: Spot,
  places: Places,
): (BookCell | undefined)[] {
  const edit = cells.edit(input);
  const follows = cells.follows(input);
  const { kind, record, source, text: said } = cells.origin(input);
  const asked = cells.asked(input);
  const from = [kind, record, source].filter(Boolean).join(" · ");
  return [
    text(name),
    text(input.id, "muted"),
    text(input.label),
    follows
      ? live(
          formulaCell(follows, (read) => places.of(read, spot)),
          cells.value(input),
        )
      : number(cells.value(input), edit === "free" ? "input" : "locked"),
    text(unitText(input.unit), "muted"),
    asked && number(asked.low, "muted"),
    asked && number(asked.high, "muted"),
    text(edit === "free" ? "yes" : "no", "muted"),
    text(from, "muted"),
    text(asked?.asOf ?? "", "muted"),
    text([follows ? follows.label : WHY_LOCKED[edit], said].filter(Boolean).join(" "), "muted"),
  ];
}

/** One row a quantity, one column an option: the ids and values of the estimate, computed live. */
export function modelSheet(places: Places, names: readonly string[]): BookSheet {
  // An input that charts draw is a figure too: it stands here as what the sheet of inputs says.
  const rows = [...results, ...drawn].map((quantity) => [
    text(quantity.id, "muted"),
    text(quantity.label),
    text(unitText(quantity.unit), "muted"),
    ...places.options.map((cells, option) =>
      cells && quantity.kind === "input"
        ? live(places.of(quantity, { option }), cells.value(quantity))
        : cellOf(quantity, { option }, places),
    ),
  ]);
  return {
    name: "Model",
    widths: [26, 56, 12, ...names.map(() => 22)],
    frozen: { rows: 1, columns: 2 },
    rows: [heads("id", "label", "unit", ...names), ...rows],
  };
}

/** What each step of a plan processes and takes. */
export function stepsSheet(places: Places, names: readonly string[]): BookSheet {
  const { stepColumns } = places;
  const rows = ofSteps.map((quantity) => [
    text(quantity.id, "muted"),
    text(quantity.label),
    text(unitText(quantity.unit), "muted"),
    ...stepColumns.map((spot) => cellOf(quantity, spot, places)),
  ]);
  return {
    name: "Steps",
    widths: [26, 56, 12, ...stepColumns.map(() => 18)],
    frozen: { rows: 2, columns: 2 },
    rows: [
      heads("", "", "", ...stepColumns.map(({ option }) => names[option] ?? "")),
      heads("id", "label", "unit", ...stepColumns.map(({ step }) => step)),
      ...rows,
    ],
  };
}

/** One line an operator in a step: what it brings, and what follows. */
export function operatorsSheet(places: Places, names: readonly string[]): BookSheet {
  const rows = places.lines.map((line) => {
    const cells = places.options[line.option] as PlanCells;
    const row = cells.rows[line.row] as PlanCells["rows"][number];
    return [
      text(names[line.option] ?? ""),
      text(line.step),
      text(row.label),
      text(row.kind, "muted"),
      ...ofRows.map((quantity) => {
        if (!places.has(quantity, line)) return undefined;
        if (quantity.kind === "input") return number(cells.value(quantity, line), "locked");
        return cellOf(quantity, line, places);
      }),
    ];
  });
  return {
    name: "Operators",
    widths: [24, 10, 40, 18, ...ofRows.map(() => 16)],
    frozen: { rows: 2, columns: 3 },
    rows: [
      heads("", "", "", "", ...ofRows.map(withUnit)),
      heads("Option", "Step", "Operator", "Kind", ...ofRows.map(({ id }) => id)),
      ...rows,
    ],
  };
}
