import { compile, type Operand } from "./compile";
import type { Tier } from "./graph";
import { instruction } from "./machine";
import { MemoryMap, type Slots } from "./memory-map";
import { type Program, stepNumber } from "./program";
import type { Formula, Quantity } from "./quantity";

/** An instruction, with the number of the step it belongs to if it belongs to one. */
interface Entry {
  readonly step: number | undefined;
  readonly code: readonly number[];
}

/** What a quantity without rows runs over. */
const ONCE: readonly Slots[] = [[0, 1]];

/**
 * The instructions of a program for operator rows of given kinds. A part of a formula that changes less often than
 * the whole is computed less often: with the plan, with the load, or once for all steps.
 */
export class Assembly {
  readonly map: MemoryMap;
  /** Literal numbers of the formulas, with the place of each. */
  readonly literals = new Map<number, number>();
  /** By tier. */
  private readonly entries: readonly [Entry[], Entry[], Entry[], Entry[]] = [[], [], [], []];
  private readonly chosen = new Map<string, readonly Int32Array[]>();
  /** While it is put together: results of parts of formulas by what they are computed from. */
  private readonly parts = new Map<string, Operand>();
  private free: number;

  constructor(
    private readonly program: Program,
    kinds: readonly string[],
  ) {
    this.map = new MemoryMap(program, kinds);
    this.free = this.map.scratch;
    for (const quantity of program.quantities) this.add(quantity);
    this.parts.clear();
  }

  /** How many places a memory needs. */
  get size(): number {
    return this.free;
  }

  /** The instructions of each tier, of these steps and of none. Throws for a step that the program lacks. */
  instructions(steps: readonly string[]): readonly Int32Array[] {
    const key = steps.join();
    const found =
      this.chosen.get(key) ?? this.choose(new Set(steps.map((step) => stepNumber(this.program, step))));
    this.chosen.set(key, found);
    return found;
  }

  private choose(steps: ReadonlySet<number>): Int32Array[] {
    return this.entries.map((entries) =>
      Int32Array.from(
        entries.filter(({ step }) => step === undefined || steps.has(step)).flatMap(({ code }) => code),
      ),
    );
  }

  private add(quantity: Quantity): void {
    const kinds = this.program.kinds.get(quantity) ?? "all";
    const ranges = quantity.scope.row ? this.map.ranges(kinds) : ONCE;
    if (quantity.kind === "formula") for (const range of ranges) this.addFormula(quantity, range);
    if (quantity.kind === "rollup") this.addSum(quantity, quantity.of);
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
            : this.emit(this.tier(quantity), step, range, name, operands),
      });
  }

  private addSum(quantity: Quantity, of: Quantity): void {
    for (const step of this.stepsOf(quantity)) {
      const from = { ...this.operand(of, step, ONCE[0] as Slots), stride: 0 } as const;
      this.finish(quantity, step, ONCE[0] as Slots, "sum", [from, { ...from, at: from.at + this.map.rows }]);
    }
  }

  private addCopy(quantity: Quantity, branch: Quantity, range: Slots): void {
    for (const step of this.stepsOf(quantity))
      this.finish(quantity, step, range, "+", [this.operand(branch, step, range)]);
  }

  private stepsOf({ scope }: Quantity): number[] {
    return scope.step ? this.program.steps.map((_, step) => step) : [0];
  }

  private tier(quantity: Quantity): Tier {
    return this.program.tier.get(quantity) as Tier;
  }

  private operand(quantity: Quantity, step: number, [slot]: Slots): Operand {
    const { at, stride } = this.map.column(quantity, step, slot);
    return { at, stride, tier: this.tier(quantity), stepped: quantity.scope.step };
  }

  private literal(value: number): Operand {
    const at = this.literals.get(value) ?? this.free++;
    this.literals.set(value, at);
    return { at, stride: 0, tier: 0, stepped: false };
  }

  /** Computes the value of a quantity into its own place. */
  private finish(
    quantity: Quantity,
    step: number,
    range: Slots,
    name: string,
    operands: readonly Operand[],
  ): Operand {
    const own = this.operand(quantity, step, range);
    const count = quantity.scope.row ? range[1] - range[0] : 1;
    this.append(own, step, instruction(name, operands, own.at, own.at + count));
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
    if (known) return known;
    const result = { at: this.free, stride, tier, stepped: operands.some(({ stepped }) => stepped) } as const;
    this.free += count;
    this.parts.set(key, result);
    this.append(result, step, instruction(name, operands, result.at, this.free));
    return result;
  }

  private append({ tier, stepped }: Operand, step: number, code: readonly number[]): void {
    this.entries[tier].push({ step: stepped ? step : undefined, code });
  }
}
