import type { ConstantNode, MathNode } from "mathjs";
import type { Evaluate } from "./closures";
import { type Address, compile, reader } from "./compile";
import { inOrder, kindsNeeded, type Tier, tiers } from "./graph";
import { type Quantity, reads } from "./quantity";

/** One quantity to evaluate: where, for which rows, and how. */
export interface Work {
  readonly domain: Address["base"] | "sumRows" | "sumCells";
  /** Offset behind the base of its domain. */
  readonly target: number;
  /** For a sum: offset of the summed quantity. */
  readonly operand: number;
  /** One closure for all steps, or one per step. */
  readonly evaluate: readonly Evaluate[];
  /** Which kinds of row it applies to. */
  readonly kinds: ReadonlySet<string> | "all";
}

/** A set of quantities compiled for evaluation: what to compute in which order, and where it lies. */
export interface Program {
  readonly steps: readonly string[];
  readonly quantities: readonly Quantity[];
  readonly addresses: ReadonlyMap<Quantity, Address>;
  /** Literal numbers of the formulas, each with its place in the plan. */
  readonly literals: ReadonlyMap<number, Address>;
  /** How many values each base holds: of the plan, of one step, of one row, of one row in one step. */
  readonly sizes: Readonly<Record<Address["base"], number>>;
  readonly work: Readonly<Record<Tier, readonly Work[]>>;
}

/** Where the values of a step begin: behind the plan's. Rows and cells come after the last step. */
export const stepBase = (program: Program, step: number): number =>
  program.sizes.plan + step * program.sizes.step;

function baseOf({ scope }: Quantity): Address["base"] {
  if (scope.row) return scope.step ? "cell" : "row";
  return scope.step ? "step" : "plan";
}

/**
 * Compiles what `targets` need. `steps` are the names that `at` and `perStep` use; `searched` are the
 * quantities that the search for the batch reads, so that its rounds evaluate nothing else.
 */
export function compileProgram(
  targets: readonly Quantity[],
  steps: readonly string[],
  searched: readonly Quantity[],
): Program {
  const quantities = inOrder([...targets, ...searched]);
  const sizes = { plan: 0, step: 0, row: 0, cell: 0 };
  const place = (base: Address["base"]): Address => ({ base, index: sizes[base]++ });
  const literals = new Map([...literalsOf(quantities)].map((literal) => [literal, place("plan")]));
  const inPlace = branchesInPlace(quantities);
  const addresses = new Map<Quantity, Address>();
  for (const quantity of [...quantities].reverse()) {
    const shared = inPlace.get(quantity);
    addresses.set(quantity, (shared && addresses.get(shared)) ?? place(baseOf(quantity)));
  }
  const program: Program = {
    steps,
    quantities,
    addresses,
    literals,
    sizes,
    work: { 0: [], 1: [], 2: [], 3: [] },
  };
  const tier = tiers(quantities, searched);
  const kinds = kindsNeeded(quantities);
  const add = (at: Quantity, work: Work) => (program.work[tier.get(at) as Tier] as Work[]).push(work);
  for (const quantity of quantities) {
    const needed = kinds.get(quantity) ?? "all";
    if (quantity.kind !== "byKind")
      for (const work of workFor(program, quantity, needed)) add(quantity, work);
    else
      for (const [kind, branch] of Object.entries(quantity.of))
        if (inPlace.get(branch) !== quantity && (needed === "all" || needed.has(kind)))
          add(branch, copyFor(program, quantity, kind, branch));
  }
  return program;
}

/** The literal numbers in the formulas of `quantities`. */
function literalsOf(quantities: readonly Quantity[]): Set<number> {
  const found = new Set<number>();
  for (const quantity of quantities)
    if (quantity.kind === "formula")
      quantity.node.traverse((node: MathNode) => {
        if (node.type === "ConstantNode") found.add((node as ConstantNode<number>).value);
      });
  return found;
}

/** Formulas that only one `byKind` reads, and that can therefore be computed in its place. */
function branchesInPlace(quantities: readonly Quantity[]): Map<Quantity, Quantity> {
  const readers = new Map<Quantity, Set<Quantity>>();
  for (const quantity of quantities)
    for (const each of reads(quantity)) readers.set(each, (readers.get(each) ?? new Set()).add(quantity));
  const found = new Map<Quantity, Quantity>();
  for (const [branch, by] of readers) {
    const [only] = by;
    if (
      by.size === 1 &&
      only?.kind === "byKind" &&
      branch.kind === "formula" &&
      baseOf(branch) === baseOf(only)
    )
      found.set(branch, only);
  }
  return found;
}

function copyFor(program: Program, quantity: Quantity, kind: string, branch: Quantity): Work {
  const { base, index } = program.addresses.get(quantity) as Address;
  const evaluate = [reader(program.addresses.get(branch) as Address)];
  return { domain: base, target: index, operand: 0, kinds: new Set([kind]), evaluate };
}

function workFor(program: Program, quantity: Quantity, kinds: Work["kinds"]): Work[] {
  const address = (each: Quantity) => program.addresses.get(each) as Address;
  const { base, index: target } = address(quantity);
  const plain = { domain: base, target, operand: 0, kinds };
  switch (quantity.kind) {
    case "formula": {
      const literal = (value: number) => program.literals.get(value) as Address;
      return [{ ...plain, evaluate: [compile(quantity.node, quantity.holes.map(address), literal)] }];
    }
    case "rollup": {
      const domain = quantity.scope.step ? "sumCells" : "sumRows";
      return [{ ...plain, domain, operand: address(quantity.of).index, evaluate: [] }];
    }
    case "at": {
      const step = program.steps.indexOf(quantity.step);
      if (step < 0) throw new Error(`${quantity.label}: there is no step "${quantity.step}"`);
      const index = stepBase(program, step) + address(quantity.of).index;
      return [{ ...plain, evaluate: [reader({ base: "plan", index })] }];
    }
    case "perStep": {
      const missing = program.steps.find((step) => !quantity.of[step]);
      if (missing) throw new Error(`${quantity.label}: says nothing about the step "${missing}"`);
      return [
        { ...plain, evaluate: program.steps.map((step) => reader(address(quantity.of[step] as Quantity))) },
      ];
    }
    default:
      return [];
  }
}
