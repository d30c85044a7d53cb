import { compile, type Operand } from "./compile";
import type { Tier } from "./graph";
import { instruction } from "./machine";
import { MemoryMap, type Slots } from "./memory-map";
import { type Program, stepNumber } from "./program";
import type { Formula, Quantity, Rollup } from "./quantity";
import { type Entry, type Steps, schedule } from "./schedule";

const NO_STEPS: Steps = 0;
const only = (step: number): Steps => 1 << step;

/** What a quantity without rows runs over. */
const ONCE: readonly Slots[] = [[0, 1]];

/**
 * The instructions of a program for operator rows of given kinds. A part of a formula that changes less often than
 * the whole is computed less often: with the plan, with the load, or once for all steps.
 */
export class Assembly {
  readonly map: MemoryMap;
  /** A memory in which nothing is set but constants and the literal numbers of formulas. */
  readonly blank: Float64Array;
  private readonly entries: Entry[] = [];
  private readonly lists = new WeakMap<readonly Quantity[], readonly number[]>();
  private readonly chosen = new Map<string, readonly Int32Array[]>();
  /** While it is put together: the steps that each quantity needs in each step, literals by their value, and results
   * of parts of formulas by what they are computed from. */
  private readonly needs = new Map<Quantity, Steps[]>();
  private readonly literals = new Map<number, number>();
  private readonly parts = new Map<string, { result: Operand; entry: Entry }>();
  private free: number;

  constructor(
    private readonly program: Program,
    kinds: readonly string[],
  ) {
    this.map = new MemoryMap(program, kinds);
    this.free = this.map.scratch;
    for (const quantity of program.quantities) this.add(quantity);
    this.blank = new Float64Array(this.free);
    for (const [literal, at] of this.literals) this.blank[at] = literal;
    for (const quantity of program.quantities)
      if (quantity.kind === "input" && quantity.constant !== undefined)
        this.blank[this.map.start(quantity, 0).at] = quantity.constant;
    for (const used of [this.needs, this.literals, this.parts]) used.clear();
  }

  /**
   * The instructions of each tier while these steps are active, of everything or of what some quantities and the search
   * need. Throws for a step that the program lacks.
   */
  instructions(steps: readonly string[], wanted?: readonly Quantity[]): readonly Int32Array[] {
    const active = steps.reduce((all, step) => all | only(stepNumber(this.program, step)), NO_STEPS);
    const key = wanted ? `${active} ${wanted.map(({ id }) => id)}` : String(active);
    const found =
      this.chosen.get(key) ??
      schedule(this.entries, active, this.placesOf(this.program.searched), wanted && this.placesOf(wanted));
    this.chosen.set(key, found);
    return found;
  }

  /** The places of quantities of the plan, kept by the list that names them. */
  places(quantities: readonly Quantity[]): readonly number[] {
    const found = this.lists.get(quantities) ?? quantities.map((each) => this.map.start(each, 0).at);
    this.lists.set(quantities, found);
    return found;
  }

  /** The places of quantities without rows, in every step. */
  private placesOf(quantities: readonly Quantity[]): number[] {
    return quantities.flatMap((each) => this.program.steps.map((_, step) => this.map.start(each, step).at));
  }

  private add(quantity: Quantity): void {
    const kinds = this.program.kinds.get(quantity) ?? "all";
    const ranges = quantity.scope.row ? this.map.ranges(kinds) : ONCE;
    if (quantity.kind === "formula") for (const range of ranges) this.addFormula(quantity, range);
    if (quantity.kind === "rollup") this.addSum(quantity);
    if (quantity.kind === "running")
      this.addScan(quantity, quantity.of, quantity.how === "sum" ? "running" : "highest", ranges);
    if (quantity.kind === "previous") this.addScan(quantity, quantity.of, "previous", ranges);
    if (quantity.kind !== "byKind") return;
    for (const [kind, branch] of Object.entries(quantity.of))
      if (this.program.inPlace.get(branch) !== quantity && (kinds === "all" || kinds.has(kind)))
        for (const range of this.map.ranges(new Set([kind]))) this.addCopy(quantity, branch, range);
  }

  private addFormula(quantity: Formula, range: Slots): void {
    for (const step of this.stepsOf(quantity))
      compile(quantity.node, {
        holes: quantity.holes.map((hole) => this.operand(hole, step, range)),
        literal: (value) => this.literal(value),
        emit: (name, operands, last) =>
          last
            ? this.finish(quantity, step, range, name, operands)
            : this.emit(this.tier(quantity, step), step, range, name, operands),
        isOne: (hole) => isOne(quantity.holes[hole] as Quantity),
      });
  }

  /**
   * Adds up one span of rows, from the first to the last that takes part. Kinds that a `byKind` says nothing of hold zero for
   * ever, so that those between cost time alone; what `over` leaves out of anything else must lie at an end.
   */
  private addSum(quantity: Rollup): void {
    const { of, over = "all" } = quantity;
    const kinds = of.kind === "byKind" ? new Set(Object.keys(of.of)) : over;
    const ranges = this.map.ranges(kinds);
    const [first, last] = [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0];
    for (const step of this.stepsOf(quantity)) {
      const from = { ...this.operand(of, step, [first, last]), stride: 0 } as const;
      this.finish(quantity, step, ONCE[0] as Slots, "sum", [from, { ...from, at: from.at + last - first }]);
    }
  }

  /** What a row takes from the rows before it; they lie in their order only where all are of one kind. */
  private addScan(quantity: Quantity, of: Quantity, name: string, ranges: readonly Slots[]): void {
    for (const step of this.stepsOf(quantity))
      for (const range of ranges) this.finish(quantity, step, range, name, [this.operand(of, step, range)]);
  }

  /** Rows of one kind are copied as seldom as they change, whatever rows of other kinds do. */
  private addCopy(quantity: Quantity, branch: Quantity, range: Slots): void {
    for (const step of this.stepsOf(quantity)) {
      const from = this.operand(branch, step, range);
      const own = this.need(quantity, step, range, from.needs);
      this.append({ ...own, tier: from.tier }, step, range[1] - range[0], "+", [from]);
    }
  }

  private stepsOf({ scope }: Quantity): number[] {
    return scope.step ? this.program.steps.map((_, step) => step) : [0];
  }

  private tier(quantity: Quantity, step: number): Tier {
    return this.program.tier.get(quantity)?.[step] as Tier;
  }

  private operand(quantity: Quantity, step: number, [slot]: Slots): Operand {
    const { at, stride } = this.map.column(quantity, step, slot);
    const needs = this.needsOf(quantity, step);
    return { at, stride, tier: this.tier(quantity, step), stepped: quantity.scope.step, needs };
  }

  /** The steps that a quantity needs, as far as it is put together. */
  private needsOf(quantity: Quantity, step: number): Steps {
    if (quantity.kind === "at") return this.needsOf(quantity.of, stepNumber(this.program, quantity.step));
    if (quantity.kind === "perStep")
      return this.needsOf(quantity.of[this.program.steps[step] as string] as Quantity, step);
    return this.needs.get(quantity)?.[step] ?? NO_STEPS;
  }

  /** The place of a quantity, which from now on needs these steps, and its own where it has a value for each. */
  private need(quantity: Quantity, step: number, range: Slots, steps: Steps): Operand {
    const needs = this.needs.get(quantity) ?? this.program.steps.map(() => NO_STEPS);
    this.needs.set(quantity, needs);
    const own = quantity.scope.step ? only(step) : NO_STEPS;
    for (const each of quantity.scope.step ? [step] : needs.keys())
      needs[each] = (needs[each] ?? 0) | steps | own;
    return this.operand(quantity, step, range);
  }

  private literal(value: number): Operand {
    const at = this.literals.get(value) ?? this.free++;
    this.literals.set(value, at);
    return { at, stride: 0, tier: 0, stepped: false, needs: NO_STEPS };
  }

  /** Computes the value of a quantity into its own place. */
  private finish(
    quantity: Quantity,
    step: number,
    range: Slots,
    name: string,
    operands: readonly Operand[],
  ): Operand {
    const own = this.need(quantity, step, range, needed(name, operands));
    this.append(own, step, quantity.scope.row ? range[1] - range[0] : 1, name, operands);
    return own;
  }

  /** Computes a part of a quantity into a place of its own, once for all that need it and as early as it can be. */
  private emit(own: Tier, step: number, range: Slots, name: string, operands: readonly Operand[]): Operand {
    const latest = Math.max(...operands.map(({ tier }) => tier)) as Tier;
    const tier = latest < 2 ? latest : own;
    const stride = operands.some((each) => each.stride === 1) ? 1 : 0;
    const count = stride === 1 ? range[1] - range[0] : 1;
    const key = `${tier} ${count} ${name} ${operands.map(({ at }) => at)}`;
    const known = this.parts.get(key);
    if (known) {
      if (known.result.stepped) known.entry.of |= only(step);
      return known.result;
    }
    const stepped = operands.some((each) => each.stepped);
    const result = { at: this.free, stride, tier, stepped, needs: needed(name, operands) } as const;
    this.free += count;
    this.parts.set(key, { result, entry: this.append(result, step, count, name, operands) });
    return result;
  }

  private append(to: Operand, step: number, count: number, name: string, from: readonly Operand[]): Entry {
    const entry: Entry = {
      tier: to.tier,
      code: instruction(name, from, to.at, to.at + count),
      of: to.stepped ? only(step) : NO_STEPS,
      needs: to.needs,
      writes: [to.at, to.at + count],
      reads: spans(name, from, count),
    };
    this.entries.push(entry);
    return entry;
  }
}

/** The places that an instruction reads. */
function spans(name: string, from: readonly Operand[], count: number): Slots[] {
  const [first, last] = from;
  if (name === "sum" && first && last) return [[first.at, last.at]];
  return from.map(({ at, stride }) => [at, at + (stride === 1 ? count : 1)]);
}

/** The steps that a result of these operands needs: an "if" takes one of two, so that it needs what both do. */
function needed(name: string, operands: readonly Operand[]): Steps {
  const [first, yes, no] = operands;
  if (name === "if" && first && yes && no) return first.needs | (yes.needs & no.needs);
  return operands.reduce((all, { needs }) => all | needs, NO_STEPS);
}

const isOne = (quantity: Quantity): boolean => quantity.kind === "input" && quantity.constant === 1;
