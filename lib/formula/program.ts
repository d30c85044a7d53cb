import { inOrder, kindsNeeded, type Tier, tiers } from "./graph";
import { type Quantity, reads } from "./quantity";

/** A set of quantities to evaluate: in which order, how often, for which rows, and the place of each value. */
export interface Program {
  /** What the search reads after each of its rounds. */
  readonly searched: readonly Quantity[];
  readonly steps: readonly string[];
  /** Each after everything it reads. */
  readonly quantities: readonly Quantity[];
  /** In each of the steps. */
  readonly tier: ReadonlyMap<Quantity, readonly Tier[]>;
  /** The kinds of row for which a quantity of a row is needed. */
  readonly kinds: ReadonlyMap<Quantity, ReadonlySet<string> | "all">;
  /** The number of each value among those of its scope; none for what only points to another. */
  readonly addresses: ReadonlyMap<Quantity, number>;
  /** The `byKind` in whose place a formula is computed, because nothing else reads it. */
  readonly inPlace: ReadonlyMap<Quantity, Quantity>;
  /** How many values the plan has, a step, a row, and a row in a step. */
  readonly sizes: {
    readonly plan: number;
    readonly step: number;
    readonly row: number;
    readonly cell: number;
  };
}

/**
 * Puts together what `targets` need. `steps` are the names that `at` and `perStep` use; `searched` are the
 * quantities that the search for the batch reads, so that its rounds evaluate nothing else.
 */
export function compileProgram(
  targets: readonly Quantity[],
  steps: readonly string[],
  searched: readonly Quantity[],
): Program {
  const quantities = inOrder([...targets, ...searched]);
  for (const quantity of quantities) refuseUnknownSteps(quantity, steps);
  const sizes = { plan: 0, step: 0, row: 0, cell: 0 };
  const inPlace = branchesInPlace(quantities);
  const addresses = new Map<Quantity, number>();
  for (const quantity of [...quantities].reverse()) {
    if (quantity.kind === "at" || quantity.kind === "perStep") continue;
    const owner = inPlace.get(quantity);
    addresses.set(quantity, owner ? (addresses.get(owner) as number) : sizes[scopeOf(quantity)]++);
  }
  const tier = tiers(quantities, steps, searched);
  return { searched, steps, quantities, tier, kinds: kindsNeeded(quantities), addresses, inPlace, sizes };
}

/** The number of a step by its name. Throws when the program does not have it. */
export function stepNumber({ steps }: Program, step: string): number {
  const found = steps.indexOf(step);
  if (found < 0) throw new Error(`there is no step "${step}"`);
  return found;
}

function scopeOf({ scope }: Quantity): keyof Program["sizes"] {
  if (scope.row) return scope.step ? "cell" : "row";
  return scope.step ? "step" : "plan";
}

function refuseUnknownSteps(quantity: Quantity, steps: readonly string[]): void {
  if (quantity.kind === "at" && !steps.includes(quantity.step))
    throw new Error(`${quantity.label}: there is no step "${quantity.step}"`);
  if (quantity.kind !== "perStep") return;
  const missing = steps.find((step) => !quantity.of[step]);
  if (missing) throw new Error(`${quantity.label}: says nothing about the step "${missing}"`);
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
      scopeOf(branch) === scopeOf(only)
    )
      found.set(branch, only);
  }
  return found;
}
