import { Assembly } from "./assemble";
import type { Tier } from "./graph";
import { execute } from "./machine";
import { type Program, stepNumber } from "./program";
import type { Input, Quantity } from "./quantity";

/** Where in a model a value is wanted: the operator row and the step, for quantities that have them. */
export interface Place {
  readonly row?: number;
  readonly step?: string;
}

/** A program with the values of one plan: its operator rows, its inputs, and what was evaluated of them. */
export class Image {
  private readonly memory: Float64Array;
  private readonly assembly: Assembly;
  /** The steps that are evaluated, and the instructions of each tier for them. */
  private active: readonly string[];
  private instructions: readonly Int32Array[];
  private wanted: readonly Quantity[] | undefined;

  /** `kinds` names the kind of each operator row. All values begin at zero, constants at theirs. */
  constructor(
    readonly program: Program,
    readonly kinds: readonly string[],
  ) {
    this.assembly = assemblyFor(program, kinds);
    this.memory = this.assembly.blank.slice();
    this.active = program.steps;
    this.instructions = this.assembly.instructions(this.active);
  }

  /**
   * Another image of the same rows with the same values, which goes its own way from here; with `wanted` it evaluates
   * only these quantities without rows and what the search needs.
   */
  copy(wanted?: readonly Quantity[]): Image {
    const twin = new Image(this.program, this.kinds);
    twin.memory.set(this.memory);
    twin.wanted = wanted;
    twin.active = this.active;
    twin.instructions = twin.assembly.instructions(twin.active, wanted);
    return twin;
  }

  /** Evaluates only these steps from now on; the values of others stay as they are. */
  activate(steps: readonly string[]): void {
    if (steps === this.active) return;
    this.active = steps;
    this.instructions = this.assembly.instructions(steps, this.wanted);
  }

  /** Sets an input, in base units; of a row where the input has one value per row. Inputs nobody reads are ignored. */
  set(input: Input, value: number, row = 0): void {
    const { map } = this.assembly;
    const column = map.given(input);
    if (column) this.memory[column.at + column.stride * (map.slots[row] ?? 0)] = value;
  }

  /** The evaluated value of a quantity in base units. Throws when the program does not contain it. */
  value(quantity: Quantity, place: Place = {}): number {
    return this.memory[this.position(quantity, place)] as number;
  }

  /** The values of quantities of the plan, in their order; where they lie is remembered by the list. */
  values(quantities: readonly Quantity[]): number[] {
    return this.assembly.places(quantities).map((at) => this.memory[at] as number);
  }

  private position(quantity: Quantity, { row = 0, step }: Place): number {
    const { map } = this.assembly;
    const { at, stride } = map.start(quantity, step === undefined ? 0 : stepNumber(this.program, step));
    return at + stride * (map.slots[row] ?? 0);
  }

  /** Evaluates everything of one tier, in order. */
  run(tier: Tier): void {
    execute(this.instructions[tier] as Int32Array, this.memory);
  }
}

/** How many assemblies are kept per program, those used last: one takes some 150 kB. */
const KEPT = 64;
const known = new WeakMap<Program, Map<string, Assembly>>();

function assemblyFor(program: Program, kinds: readonly string[]): Assembly {
  const all = known.get(program) ?? new Map<string, Assembly>();
  known.set(program, all);
  const key = kinds.join();
  const found = all.get(key) ?? new Assembly(program, kinds);
  all.delete(key);
  all.set(key, found);
  const [oldest] = all.keys();
  if (all.size > KEPT) all.delete(oldest as string);
  return found;
}
