import type { Address } from "./compile";
import type { Tier } from "./graph";
import { type Program, stepBase } from "./program";
import type { Input, Quantity } from "./quantity";
import { type Schedule, scheduleFor, type Task } from "./schedule";

/** Where in a model a value is wanted: the operator row and the step, for quantities that have them. */
export interface Place {
  readonly row?: number;
  readonly step?: string;
}

/** A program with the values of one plan: its operator rows, its inputs, and what was evaluated of them. */
export class Image {
  private readonly memory: Float64Array;
  /** Where plan, row, step and cell begin, for the closures. */
  private readonly bases = new Int32Array(4);
  private readonly rowBase: number;
  private readonly cellBase: number;
  private readonly schedule: Schedule;
  /** Numbers of the steps that are evaluated. */
  private active: readonly number[];

  /** `kinds` names the kind of each operator row. All values begin at zero, constants at theirs. */
  constructor(
    readonly program: Program,
    readonly kinds: readonly string[],
  ) {
    const { sizes, steps, literals, quantities } = program;
    this.rowBase = stepBase(program, steps.length);
    this.cellBase = this.rowBase + kinds.length * sizes.row;
    this.memory = new Float64Array(this.cellBase + steps.length * kinds.length * sizes.cell);
    this.schedule = scheduleFor(program, kinds);
    this.active = steps.map((_, step) => step);
    for (const [literal, { index }] of literals) this.memory[index] = literal;
    for (const quantity of quantities)
      if (quantity.kind === "input" && quantity.constant !== undefined) this.set(quantity, quantity.constant);
  }

  /** Evaluates only these steps from now on; the values of others stay as they are. */
  activate(steps: readonly string[]): void {
    this.active = steps.map((step) => this.stepNumber(step));
  }

  private stepNumber(step: string): number {
    const found = this.program.steps.indexOf(step);
    if (found < 0) throw new Error(`there is no step "${step}"`);
    return found;
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
    const step = place.step === undefined ? 0 : this.stepNumber(place.step);
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
    const tasks = this.schedule[tier];
    for (let at = 0; at < tasks.length; at++) this.evaluate(tasks[at] as Task);
  }

  private evaluate({ domain, target, operand, evaluate, first, rows }: Task): void {
    const { memory, bases, rowBase, cellBase, active } = this;
    const { sizes } = this.program;
    switch (domain) {
      case "plan":
        memory[target] = first(memory, bases);
        return;
      case "step":
        for (let at = 0; at < active.length; at++) {
          const step = active[at] as number;
          const base = sizes.plan + step * sizes.step;
          bases[2] = base;
          memory[base + target] = (evaluate[step] ?? first)(memory, bases);
        }
        return;
      case "row":
        for (let at = 0; at < rows.length; at++) {
          const row = rows[at] as number;
          const base = rowBase + row * sizes.row;
          bases[1] = base;
          memory[base + target] = first(memory, bases);
        }
        return;
      case "cell":
        for (let number = 0; number < active.length; number++) {
          const step = active[number] as number;
          bases[2] = sizes.plan + step * sizes.step;
          const cells = cellBase + step * this.kinds.length * sizes.cell;
          for (let at = 0; at < rows.length; at++) {
            const row = rows[at] as number;
            const cell = cells + row * sizes.cell;
            bases[1] = rowBase + row * sizes.row;
            bases[3] = cell;
            memory[cell + target] = first(memory, bases);
          }
        }
        return;
      case "sumRows": {
        let sum = 0;
        for (let at = 0; at < rows.length; at++)
          sum += memory[rowBase + (rows[at] as number) * sizes.row + operand] as number;
        memory[target] = sum;
        return;
      }
      case "sumCells":
        for (let number = 0; number < active.length; number++) {
          const step = active[number] as number;
          const cells = cellBase + step * this.kinds.length * sizes.cell;
          let sum = 0;
          for (let at = 0; at < rows.length; at++)
            sum += memory[cells + (rows[at] as number) * sizes.cell + operand] as number;
          memory[sizes.plan + step * sizes.step + target] = sum;
        }
    }
  }
}
