import { type Quantity, reads } from "./quantity";

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

/** The tier of every quantity of `ordered`, when the search reads `searched`. */
export function tiers(ordered: readonly Quantity[], searched: readonly Quantity[]): Map<Quantity, Tier> {
  const inSearch = new Set(inOrder(searched));
  const found = new Map<Quantity, Tier>();
  for (const quantity of ordered) {
    const own: Tier =
      quantity.kind !== "input" ? 0 : quantity.varies === "batch" ? 2 : quantity.varies === "load" ? 1 : 0;
    const tier = Math.max(own, ...reads(quantity).map((each) => found.get(each) as Tier)) as Tier;
    found.set(quantity, tier >= 2 && !inSearch.has(quantity) ? 3 : tier);
  }
  return found;
}

/** The kinds of operator row for which each row quantity of `ordered` is needed; "all" for every kind. */
export function kindsNeeded(ordered: readonly Quantity[]): Map<Quantity, Set<string> | "all"> {
  const needed = new Map<Quantity, Set<string> | "all">();
  const need = (quantity: Quantity, kinds: Set<string> | "all") => {
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
      for (const each of reads(quantity)) need(each, quantity.scope.row ? own : "all");
    }
  }
  return needed;
}
