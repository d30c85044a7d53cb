import type { Address } from "./compile";
import type { Tier } from "./graph";
import { type Program, stepBase, type Work } from "./program";
import type { Input, Quantity } from "./quantity";

/** Where in a model a value is wanted: the operator row and the step, for quantities that have them. */
export interface Place {
  readonly row?: number;
  readonly step?: string;
}

/** The row numbers that each piece of work applies to, by the kinds of the rows. */
const rowLists = new WeakMap<Program, Map<string, Map<Work, readonly number[]>>>();

function rowsByWork(program: Program, kinds: readonly string[]): Map<Work, readonly number[]> {
  const known = rowLists.get(program) ?? new Map<string, Map<Work, readonly number[]>>();
  rowLists.set(program, known);
  const key = kinds.join();
  const found = known.get(key);
  if (found) return found;
  const lists = new Map<Work, readonly number[]>();
  for (const work of Object.values(program.work).flat() as Work[]) {
    const rows = kinds.flatMap((kind, row) => (work.kinds === "all" || work.kinds.has(kind) ? [row] : []));
    lists.set(work, rows);
  }
  known.set(key, lists);
  return lists;
}

/** A program with the values of one plan: its operator rows, its inputs, and what was evaluated of them. */
export class Image {
  readonly memory: Float64Array;
  private readonly rowBase: number;
  private readonly cellBase: number;
  private readonly rows: Map<Work, readonly number[]>;

  /** `kinds` names the kind of each operator row. All values begin at zero, constants at theirs. */
  constructor(
    readonly program: Program,
    readonly kinds: readonly string[],
  ) {
    const { sizes, steps } = program;
    this.rowBase = stepBase(program, steps.length);
    this.cellBase = this.rowBase + kinds.length * sizes.row;
    this.memory = new Float64Array(this.cellBase + steps.length * kinds.length * sizes.cell);
    this.rows = rowsByWork(program, kinds);
    for (const quantity of program.quantities)
      if (quantity.kind === "input" && quantity.constant !== undefined) this.set(quantity, quantity.constant);
  }

  /** Sets an input, in base units; of a row where the input has one value per row. Inputs nobody reads are ignored. */
  set(input: Input, value: number, row = 0): void {
    const address = this.program.addresses.get(input);
    if (address) this.memory[this.position(address, row, 0)] = value;
  }

  /** The evaluated value of a quantity in base units. Throws when the program does not contain it. */
  value(quantity: Quantity, place: Place = {}): number {
    const address = this.program.addresses.get(quantity);
    if (!address) throw new Error(`${quantity.id || quantity.label} is not part of this program`);
    const step = Math.max(0, this.program.steps.indexOf(place.step ?? ""));
    return this.memory[this.position(address, place.row ?? 0, step)] as number;
  }

  private position({ base, index }: Address, row: number, step: number): number {
    const { sizes } = this.program;
    switch (base) {
      case "plan":
        return index;
      case "step":
        return stepBase(this.program, step) + index;
      case "row":
        return this.rowBase + row * sizes.row + index;
      case "cell":
        return this.cellBase + (step * this.kinds.length + row) * sizes.cell + index;
    }
  }

  /** Evaluates everything of one tier, in order. */
  run(tier: Tier): void {
    for (const work of this.program.work[tier]) this.evaluate(work);
  }

  private evaluate(work: Work): void {
    const { memory, program, rowBase, cellBase } = this;
    const { sizes, steps } = program;
    const { evaluate, target, operand } = work;
    const only = evaluate[0] as Work["evaluate"][number];
    const rows = this.rows.get(work) as readonly number[];
    switch (work.domain) {
      case "plan":
        memory[target] = only(memory, 0, 0, 0);
        return;
      case "step":
        for (let step = 0; step < steps.length; step++) {
          const base = sizes.plan + step * sizes.step;
          memory[base + target] = (evaluate[step] ?? only)(memory, 0, base, 0);
        }
        return;
      case "row":
        for (const row of rows) {
          const base = rowBase + row * sizes.row;
          memory[base + target] = only(memory, base, 0, 0);
        }
        return;
      case "cell":
        for (let step = 0; step < steps.length; step++) {
          const stepAt = sizes.plan + step * sizes.step;
          const cells = cellBase + step * this.kinds.length * sizes.cell;
          for (const row of rows) {
            const cell = cells + row * sizes.cell;
            memory[cell + target] = only(memory, rowBase + row * sizes.row, stepAt, cell);
          }
        }
        return;
      case "sumRows": {
        let sum = 0;
        for (const row of rows) sum += memory[rowBase + row * sizes.row + operand] as number;
        memory[target] = sum;
        return;
      }
      case "sumCells":
        for (let step = 0; step < steps.length; step++) {
          const cells = cellBase + step * this.kinds.length * sizes.cell;
          let sum = 0;
          for (const row of rows) sum += memory[cells + row * sizes.cell + operand] as number;
          memory[sizes.plan + step * sizes.step + target] = sum;
        }
    }
  }
}
