import { type Input, type Quantity, reads } from "./quantity";

/** The quantities that `targets` need, themselves included, each after everything it reads. Throws on a cycle. */
export function inOrder(targets: readonly Quantity[]): Quantity[] {
  const done = new Set<Quantity>();
  const open = new Set<Quantity>();
  const visit = (quantity: Quantity) => {
    if (done.has(quantity)) return;
    if (open.has(quantity)) throw new Error(`${quantity.label}: the formula reads itself`);
    open.add(quantity);
    reads(quantity).forEach(visit);
    open.delete(quantity);
    done.add(quantity);
  };
  targets.forEach(visit);
  return [...done];
}

/**
 * How often a quantity changes. 0: with the plan; 1: with the load; 2: in each round of the search for the
 * batch; 3: after the search, because nothing in the search reads it.
 */
export type Tier = 0 | 1 | 2 | 3;

/** The tier of each quantity of `ordered` in each of the steps, when the search reads `searched`. */
export function tiers(
  ordered: readonly Quantity[],
  steps: readonly string[],
  searched: readonly Quantity[],
): Map<Quantity, readonly Tier[]> {
  const inSearch = new Set(inOrder(searched));
  const found = new Map<Quantity, readonly Tier[]>();
  /** That of what a quantity reads in a step. */
  const read = (quantity: Quantity, step: number): readonly Tier[] => {
    const tier = (each: Quantity, at = step) => found.get(each)?.[at] as Tier;
    if (quantity.kind === "at") return [tier(quantity.of, steps.indexOf(quantity.step))];
    if (quantity.kind === "perStep") return [tier(quantity.of[steps[step] as string] as Quantity)];
    return reads(quantity).map((each) => tier(each));
  };
  for (const quantity of ordered) {
    const own = quantity.kind === "input" ? OF_INPUT[quantity.varies] : 0;
    const inStep = (step: number): Tier => {
      const tier = Math.max(own, ...read(quantity, step)) as Tier;
      return tier >= 2 && !inSearch.has(quantity) ? 3 : tier;
    };
    found.set(
      quantity,
      steps.map((_, step) => inStep(step)),
    );
  }
  return found;
}

const OF_INPUT = { plan: 0, load: 1, batch: 2 } as const satisfies Record<Input["varies"], Tier>;

/** The kinds of operator row for which each row quantity of `ordered` is needed; "all" for every kind. */
export function kindsNeeded(ordered: readonly Quantity[]): Map<Quantity, Set<string> | "all"> {
  const needed = new Map<Quantity, Set<string> | "all">();
  const need = (quantity: Quantity, kinds: ReadonlySet<string> | "all") => {
    if (!quantity.scope.row) return;
    const known = needed.get(quantity);
    if (known === "all" || kinds === "all") needed.set(quantity, "all");
    else needed.set(quantity, new Set([...(known ?? []), ...kinds]));
  };
  for (const quantity of [...ordered].reverse()) {
    const own = needed.get(quantity) ?? "all";
    if (quantity.kind === "byKind") {
      for (const [kind, branch] of Object.entries(quantity.of))
        if (own === "all" || own.has(kind)) need(branch, new Set([kind]));
    } else {
      const read = quantity.kind === "rollup" ? (quantity.over ?? "all") : quantity.scope.row ? own : "all";
      for (const each of reads(quantity)) need(each, read);
    }
  }
  return needed;
}
