import { type Mutation, mutateAll, scoreOf } from "@/test/engine/proofs/mutation";

/**
 * Mutates every formula of the engine and asks its worked examples in test/golden/formulas to notice. Prints a line
 * per formula and the survivors by name; fails under 98 %. npm run mutate
 */
const LEAST = 0.98;

const { formulas, stale } = mutateAll();
const sum = (of: readonly Mutation[], count: (each: Mutation) => number) =>
  of.reduce((total, each) => total + count(each), 0);
const line = (name: string, of: readonly Mutation[]) =>
  console.log(
    [
      name.padEnd(24),
      sum(of, ({ mutants }) => mutants),
      sum(of, ({ killed }) => killed),
      sum(of, ({ refused }) => refused),
      sum(of, ({ equivalent }) => equivalent),
      sum(of, ({ survived }) => survived.length),
    ]
      .map((cell) => String(cell).padStart(8))
      .join(" "),
  );

console.log(
  `${"".padEnd(24)} ${["mutants", "killed", "by units", "equal", "survived"].map((each) => each.padStart(8)).join(" ")}`,
);
for (const topic of new Set(formulas.map((each) => each.topic))) {
  const own = formulas.filter((each) => each.topic === topic);
  line(topic, own);
  for (const each of own) {
    line(`  ${each.id}`, [each]);
    for (const text of each.survived) console.log(`      survived: ${text}`);
  }
}
line("all", formulas);
for (const each of stale) console.log(`no such mutant survives any more: ${each}`);
const score = scoreOf(formulas);
console.log(`${(100 * score).toFixed(2)} % of the mutants that change a value die`);
process.exitCode = score >= LEAST && stale.length === 0 ? 0 : 1;
