import { cellQuantities, isFigure, neededFor, type PlanCells } from "@/lib/engine/cells";
import type { Input, Quantity } from "@/lib/formula";
import { address } from "./book";

/** Where a quantity of an option stands, in the step and the operator row that are asked for. */
export interface Spot {
  readonly option: number;
  readonly step?: string;
  readonly row?: number;
}

/** What the sheets list: inputs of a plan, everything else of it, quantities of a step, and those of operator rows. */
export const inputs = cellQuantities.filter(
  (each): each is Input => each.kind === "input" && !each.scope.row,
);
export const results = cellQuantities.filter(
  ({ kind, scope }) => kind !== "input" && !scope.row && !scope.step,
);
/** Inputs that are figures of an estimate as well. */
export const drawn = inputs.filter(isFigure);
export const ofSteps = cellQuantities.filter(({ scope }) => scope.step && !scope.row);
export const ofRows = cellQuantities.filter(({ scope }) => scope.row);

/** Columns before the values, and rows before the first line. */
export const INPUT_COLUMNS = { option: 0, id: 1, label: 2, value: 3, unit: 4 } as const;
export const MODEL_FIRST = { row: 1, column: 3 } as const;
export const STEP_FIRST = { row: 2, column: 3 } as const;
export const OPERATOR_FIRST = { row: 2, column: 4 } as const;

/** The lines of the sheet of operators: one an option, step and operator. */
export interface Line {
  readonly option: number;
  readonly step: string;
  readonly row: number;
}

/** The address of every quantity of every option that runs, as the sheets are laid out. */
export class Places {
  readonly lines: readonly Line[];
  /** Options and steps, in the order of their columns on the sheet of steps. */
  readonly stepColumns: readonly { readonly option: number; readonly step: string }[];
  private readonly order = new Map<Quantity, number>();
  private readonly firstLine = new Map<string, number>();

  constructor(readonly options: readonly (PlanCells | undefined)[]) {
    for (const list of [inputs, results, ofSteps, ofRows])
      for (const [position, each] of list.entries()) this.order.set(each, position);
    const running = options.flatMap((cells, option) => (cells ? [{ cells, option }] : []));
    this.stepColumns = running.flatMap(({ cells, option }) => cells.steps.map((step) => ({ option, step })));
    const lines: Line[] = [];
    for (const { option, step } of this.stepColumns) {
      this.firstLine.set(`${option} ${step}`, lines.length);
      const count = options[option]?.rows.length ?? 0;
      for (let row = 0; row < count; row++) lines.push({ option, step, row });
    }
    this.lines = lines;
  }

  private at(quantity: Quantity): number {
    const found = this.order.get(quantity);
    if (found === undefined) throw new Error(`${quantity.label} has no cell`);
    return found;
  }

  /** The line of an input on its sheet, counted from the first; each option that runs has a block of them. */
  inputRow(input: Input, option: number): number {
    const before = this.options.slice(0, option).filter(Boolean).length;
    return 1 + before * inputs.length + this.at(input);
  }

  of(quantity: Quantity, { option, step, row = 0 }: Spot): string {
    const cells = this.options[option] as PlanCells;
    const inStep = step ?? (cells.steps[0] as string);
    if (quantity.scope.row) return this.inLine(quantity, this.line({ option, step: inStep, row }));
    if (quantity.scope.step) {
      const column = this.stepColumns.findIndex((each) => each.option === option && each.step === inStep);
      return address("Steps", STEP_FIRST.row + this.at(quantity), STEP_FIRST.column + column);
    }
    if (quantity.kind === "input")
      return address("Inputs", this.inputRow(quantity, option), INPUT_COLUMNS.value);
    return address("Model", MODEL_FIRST.row + this.at(quantity), MODEL_FIRST.column + option);
  }

  /** All operator rows of one step: the range that a sum is over. */
  range(quantity: Quantity, { option, step }: Spot): string {
    const cells = this.options[option] as PlanCells;
    const inStep = step ?? (cells.steps[0] as string);
    const first = this.inLine(quantity, this.line({ option, step: inStep, row: 0 }));
    const last = this.inLine(quantity, this.line({ option, step: inStep, row: cells.rows.length - 1 }));
    return `${first}:${last.slice(last.indexOf("!") + 1)}`;
  }

  /** Whether the quantity has a cell in that operator's line. */
  has = (quantity: Quantity, { option, row }: Line): boolean =>
    neededFor(quantity, this.options[option]?.rows[row]?.kind ?? "");

  private line({ option, step, row }: Line): number {
    return (this.firstLine.get(`${option} ${step}`) as number) + row;
  }

  private inLine(quantity: Quantity, line: number): string {
    return address("Operators", OPERATOR_FIRST.row + line, OPERATOR_FIRST.column + this.at(quantity));
  }
}
