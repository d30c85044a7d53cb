/** One display unit: used from `from` (in base units, after rounding) upwards; shown = value / factor. */
export type Step = { from: number; factor: number; symbol: string };

const step = (symbol: string, factor: number, from = factor): Step => ({ from, factor, symbol });

const up = (unit: string, prefixes: string): Step[] =>
  [...prefixes].map((prefix, i) => step(prefix + unit, 1e3 ** (i + 1)));

/** Seconds in "s/tok" and the like, where minutes would read oddly. */
const SECONDS = [step("ns", 1e-9, 0), step("µs", 1e-6), step("ms", 1e-3), step("s", 1)];
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
// A longer unit starts at two of it: 90 s reads better than 1.5 min.
const TIMES = [
  ...SECONDS,
  step("min", MINUTE, 2 * MINUTE),
  step("h", HOUR, 2 * HOUR),
  step("d", DAY, 2 * DAY),
];

const plain = (unit: string) => step(unit, 1, 0);
// Counts stay ungrouped by prefix up to a million: "1,310 tok/s", not "1.31 ktok/s".
const counted = (unit: string) => [plain(unit), ...up(unit, "kMGTP").slice(1)];
const amount = (unit: string) => [plain(unit), ...up(unit, "kMGTPE")];
const fine = (unit: string) => [
  step(`µ${unit}`, 1e-6, 0),
  step(`m${unit}`, 1e-3),
  step(unit, 1),
  ...up(unit, "kMGTPE"),
];

const LADDERS = new Map<string, Step[]>([
  ["s", SECONDS],
  ["B", amount("B")],
  ["FLOP", amount("FLOP")],
  ["OP", amount("OP")],
  ["W", amount("W")],
  ["J", fine("J")],
  ["tok", counted("tok")],
]);

/** Display units of a quantity whose numerator is `head` and whose remaining unit text is `rest`. */
export function ladderOf(head: string, rest: string): Step[] {
  if (head === "s" && rest === "") return TIMES;
  if (head === "1" && rest === "") return [step("", 1, 0), ...up("", "kMGTP").slice(1)];
  return LADDERS.get(head) ?? [plain(head)];
}
