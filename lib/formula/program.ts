import { type Address, compile, type Evaluate, reader } from "./compile";
import { inOrder, kindsNeeded, type Tier, tiers } from "./graph";
import type { Quantity } from "./quantity";

/** One quantity to evaluate: where, for which rows, and how. */
export interface Work {
  readonly quantity: Quantity;
  readonly domain: "plan" | "step" | "row" | "cell" | "sumRows" | "sumCells";
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
  const addresses = new Map<Quantity, Address>();
  const sizes = { plan: 0, step: 0, row: 0, cell: 0 };
  for (const quantity of quantities) {
    const base = baseOf(quantity);
    addresses.set(quantity, { base, index: sizes[base]++ });
  }
  const program: Program = { steps, quantities, addresses, sizes, work: { 0: [], 1: [], 2: [], 3: [] } };
  const tier = tiers(quantities, searched);
  const kinds = kindsNeeded(quantities);
  for (const quantity of quantities) {
    const list = program.work[tier.get(quantity) as Tier] as Work[];
    list.push(...workFor(program, quantity, kinds.get(quantity) ?? "all"));
  }
  return program;
}

function workFor(program: Program, quantity: Quantity, kinds: Work["kinds"]): Work[] {
  const address = (each: Quantity) => program.addresses.get(each) as Address;
  const { base, index: target } = address(quantity);
  const plain = { quantity, domain: base, target, operand: 0, kinds };
  switch (quantity.kind) {
    case "input":
      return [];
    case "formula":
      return [{ ...plain, evaluate: [compile(quantity.node, quantity.holes.map(address))] }];
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
    case "perStep":
      return [
        { ...plain, evaluate: program.steps.map((step) => reader(address(quantity.of[step] as Quantity))) },
      ];
    case "byKind":
      return Object.entries(quantity.of)
        .filter(([kind]) => kinds === "all" || kinds.has(kind))
        .map(([kind, of]) => ({ ...plain, kinds: new Set([kind]), evaluate: [reader(address(of))] }));
  }
}
