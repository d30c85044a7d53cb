import type { Book, BookCell } from "@/lib/export/workbook/book";
import type { Scenario, ScenarioInput } from "@/lib/scenario";

/** An edit that a person makes in a workbook, and the plan that says the same. */
export interface Edit {
  readonly name: string;
  /** Cells of inputs by their sheet and id: of every option that has them unlocked. */
  readonly cells: readonly {
    readonly sheet: "Inputs" | "Money" | "Currency";
    readonly id: string;
    readonly value: number;
  }[];
  /** Cells that were solved for: the sheet of checks has to say so, and nothing else is compared. */
  readonly locked?: true;
  readonly changed: (input: ScenarioInput) => ScenarioInput;
}

const HOUR = 3600;
const withOptions = (
  input: ScenarioInput,
  change: (option: ScenarioInput["options"][number]) => Partial<ScenarioInput["options"][number]>,
): ScenarioInput => ({
  ...input,
  options: input.options.map((option) => ({ ...option, ...change(option) })),
});

/** The edits that a scenario's workbook allows. */
export function edits(scenario: Scenario): Edit[] {
  const { traffic, serving, options } = scenario;
  const pinned = traffic.load === "batch";
  const inBatches = options.every((option) => (option.batching ?? serving.batching) !== "continuous");
  const priced = options.every(({ pricePerHour }) => pricePerHour !== undefined);
  const months: Edit = {
    name: "months",
    cells: [
      { sheet: "Money", id: "yearlyGrowth", value: 0.8 },
      { sheet: "Money", id: "yearlyDecline", value: 0.3 },
      { sheet: "Money", id: "discountRate", value: 0.02 },
      { sheet: "Money", id: "tokenPrice", value: 3e-6 },
    ],
    changed: (input) => ({
      ...input,
      money: { ...input.money, growth: 0.8, priceDecline: 0.3, discountRate: 0.02, tokenPrice: 3 },
    }),
  };
  const power: Edit = {
    name: "power",
    cells: [
      { sheet: "Inputs", id: "buildingFactor", value: 1.6 },
      { sheet: "Inputs", id: "electricityPrice", value: 0.25 / 3.6e6 },
    ],
    changed: (input) => ({ ...input, finance: { ...input.finance, pue: 1.6, electricityPrice: 0.25 } }),
  };
  const price: Edit = {
    name: "price",
    cells: [{ sheet: "Inputs", id: "listedHour", value: 3.1 / HOUR }],
    changed: (input) => withOptions(input, () => ({ pricePerHour: 3.1 })),
  };
  const used: Edit = {
    name: "utilisation",
    cells: [{ sheet: "Inputs", id: "utilisation", value: 0.45 }],
    changed: (input) => withOptions(input, () => ({ utilisation: 0.45 })),
  };
  const lengths: Edit = {
    name: "lengths",
    cells: [
      { sheet: "Inputs", id: "turnTokens", value: 900 },
      { sheet: "Inputs", id: "outputTokens", value: 700 },
    ],
    changed: (input) => ({ ...input, workload: { ...input.workload, inputTokens: 900, outputTokens: 700 } }),
  };
  const rate: Edit = {
    name: "rate",
    cells: [{ sheet: "Currency", id: "EUR for one US dollar", value: 0.9 }],
    changed: (input) => ({
      ...input,
      ...(input.currency ? { currency: { ...input.currency, perDollar: 0.9 } } : {}),
    }),
  };
  const solved: Edit = {
    name: "solved",
    cells: [{ sheet: "Inputs", id: "hbmBandwidth", value: 9e12 }],
    changed: (input) => input,
    locked: true,
  };
  return [
    months,
    solved,
    ...(scenario.currency ? [rate] : []),
    power,
    ...(priced ? [price] : []),
    ...(pinned ? [used] : []),
    ...(pinned && inBatches && serving.speculation === "none" ? [lengths] : []),
  ];
}

/** The book with the edit made. Throws where a cell is not there, or may not be edited. */
export function withEdits(book: Book, { cells, locked }: Edit): Book {
  const edited = (sheet: string, row: readonly (BookCell | undefined)[]) => {
    const idColumn = sheet === "Inputs" ? 1 : 0;
    const asked = cells.find((cell) => cell.sheet === sheet && cell.id === row[idColumn]?.value);
    if (!asked) return row;
    return row.map((cell) => {
      if (typeof cell?.value !== "number" || cell.look === "muted") return cell;
      if (cell.look !== "input" && !locked) throw new Error(`${sheet} ${asked.id} is locked`);
      return { ...cell, value: asked.value };
    });
  };
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => edited(sheet.name, row)),
    })),
  };
}
