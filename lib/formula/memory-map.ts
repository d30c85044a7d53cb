import type { Column } from "./machine";
import type { Program } from "./program";
import type { Quantity } from "./quantity";

/** Slots from one up to before another. */
export type Slots = readonly [from: number, end: number];

/**
 * Where the values of a program lie in a memory, for operator rows of given kinds: the plan's first, then those of
 * each step, then a column for each value of a row, then one for each value of a row in a step. Rows of one kind
 * lie together, so that a formula that only some kinds have runs over them in one go.
 */
export class MemoryMap {
  readonly rows: number;
  /** The slot of each row in a column. */
  readonly slots: readonly number[];
  /** Where the places for what lies between quantities begin. */
  readonly scratch: number;
  private readonly sorted: readonly string[];
  private readonly rowBase: number;
  private readonly cellBase: number;
  /** Where the column of a quantity begins, by its step, once it was asked for. */
  private readonly known = new Map<Quantity, Column[]>();
  private readonly inputs = new Map<Quantity, Column | null>();

  constructor(
    private readonly program: Program,
    kinds: readonly string[],
  ) {
    const { sizes, steps } = program;
    const order = [...new Set(kinds)].flatMap((kind) =>
      kinds.flatMap((each, row) => (each === kind ? [row] : [])),
    );
    this.rows = kinds.length;
    this.sorted = order.map((row) => kinds[row] as string);
    this.slots = kinds.map((_, row) => order.indexOf(row));
    this.rowBase = sizes.plan + steps.length * sizes.step;
    this.cellBase = this.rowBase + this.rows * sizes.row;
    this.scratch = this.cellBase + steps.length * this.rows * sizes.cell;
  }

  /** The values of a quantity from a slot on, in a step, for those that have one per row or per step. */
  column(quantity: Quantity, step: number, slot: number): Column {
    const { at, stride } = this.start(quantity, step);
    return { at: at + stride * slot, stride };
  }

  /** Where the values of a quantity begin in a step. Throws for one that the program lacks. */
  start(quantity: Quantity, step: number): Column {
    const columns = this.known.get(quantity) ?? [];
    const known = columns[step];
    if (known) return known;
    const found = this.find(quantity, step);
    columns[step] = found;
    this.known.set(quantity, columns);
    return found;
  }

  /** Where the values of an input begin; null for one that nobody reads. */
  given(input: Quantity): Column | null {
    const known = this.inputs.get(input);
    if (known !== undefined) return known;
    const found = this.program.addresses.has(input) ? this.start(input, 0) : null;
    this.inputs.set(input, found);
    return found;
  }

  private find(quantity: Quantity, step: number): Column {
    if (quantity.kind === "at") return this.start(quantity.of, this.program.steps.indexOf(quantity.step));
    if (quantity.kind === "perStep")
      return this.start(quantity.of[this.program.steps[step] as string] as Quantity, step);
    const index = this.program.addresses.get(quantity);
    if (index === undefined) throw new Error(`${quantity.id || quantity.label} is not part of this program`);
    const { sizes } = this.program;
    const { row, step: stepped } = quantity.scope;
    if (row && stepped) return { at: this.cellBase + (step * sizes.cell + index) * this.rows, stride: 1 };
    if (row) return { at: this.rowBase + index * this.rows, stride: 1 };
    return { at: stepped ? sizes.plan + step * sizes.step + index : index, stride: 0 };
  }

  /** The slots of the rows of some kinds. */
  ranges(kinds: ReadonlySet<string> | "all"): Slots[] {
    const found: [number, number][] = [];
    this.sorted.forEach((kind, slot) => {
      if (kinds !== "all" && !kinds.has(kind)) return;
      const last = found.at(-1);
      if (last?.[1] === slot) last[1] = slot + 1;
      else found.push([slot, slot + 1]);
    });
    return found;
  }
}
