import type { Quantity } from "@/lib/formula";
import { type Mutant, mutantsOf } from "@/test/formula/mutants";
import { engineProved, type GoldenRow, readRows } from "./rows";
import { byCell, same } from "./worked";

/** What became of the mutants of one formula. */
export interface Mutation {
  readonly topic: string;
  readonly id: string;
  readonly mutants: number;
  /** Noticed by the formula's own worked examples. */
  readonly killed: number;
  /** Noticed by no example, but refused by the check of units when the program starts. */
  readonly refused: number;
  /** Listed beside the examples as changing no value that the formula can take. */
  readonly equivalent: number;
  readonly survived: readonly string[];
}

/** Mutates every formula and asks its own worked examples. `stale` are listed equivalents that no mutant is any more. */
export function mutateAll(proved = engineProved): { formulas: Mutation[]; stale: string[] } {
  const { formulas, equivalents } = readRows(proved);
  const listed = new Set(equivalents.map(({ id, mutant }) => `${id}: ${mutant}`));
  const used = new Set<string>();
  const found = formulas.map(({ topic, id, rows }) => {
    const mutants = mutantsOf(proved.quantities.get(id) as Quantity);
    const unseen = mutants.filter((mutant) => !rows.some((row) => notices(row, mutant)));
    const open = unseen.filter(({ refused }) => !refused).map(({ text }) => text);
    const survived = open.filter((text) => !listed.has(`${id}: ${text}`));
    for (const text of open) used.add(`${id}: ${text}`);
    return {
      topic,
      id,
      mutants: mutants.length,
      killed: mutants.length - unseen.length,
      refused: unseen.length - open.length,
      equivalent: open.length - survived.length,
      survived,
    };
  });
  return { formulas: found, stale: [...listed].filter((each) => !used.has(each)) };
}

/** The share of mutants that die, of those that change a value. */
export function scoreOf(formulas: readonly Mutation[]): number {
  const sum = (of: (each: Mutation) => number) => formulas.reduce((total, each) => total + of(each), 0);
  const real = sum(({ mutants, equivalent }) => mutants - equivalent);
  return (real - sum(({ survived }) => survived.length)) / real;
}

function notices(row: GoldenRow, { quantity }: Mutant): boolean {
  try {
    return !same(byCell(quantity, row), row.value);
  } catch {
    return true;
  }
}
