import type { OwnLine } from "@/lib/claims/own";
import type { OwnText } from "@/lib/claims/own-text";
import { formatQuantity } from "@/lib/units";
import type { Table } from "./table";

/** Names of what a person's claim is taken to be about. */
export interface OwnNames {
  readonly model: string;
  readonly accelerator: string;
}

const shown = (value: number, unit: string) => {
  const { number, unit: suffix } = formatQuantity(value, unit);
  return /^[/%]|^$/.test(suffix) ? `${number}${suffix}` : `${number} ${suffix}`;
};

/** What the engine says of a person's claim, in a sentence. */
export function ownAnswer(own: OwnText, { model, accelerator }: OwnNames, lines: readonly OwnLine[]): string {
  const on = `${model} on ${accelerator}`;
  const held = lines.filter(({ holds }) => holds !== "no");
  const words = ({ bits, accelerators }: OwnLine) => `at ${bits} bits on ${accelerators}`;
  if (own.of === "rate") {
    const claim = `${shown(own.value, "tok/s")} of ${on}`;
    const one = held.filter(({ holds }) => holds === "alone");
    if (one.length > 0) return `${claim} holds for one request ${one.map(words).join("; ")}.`;
    const fastest = lines.reduce((most, line) => Math.max(most, line.alone ?? 0), 0);
    const alone = `${claim} does not hold for one request, which gets ${shown(fastest, "tok/s")} at most`;
    return held.length > 0
      ? `${alone}; it takes several together ${held.map(words).join("; ")}.`
      : `${alone}, and all together get ${shown(
          lines.reduce((most, line) => Math.max(most, line.together ?? 0), 0),
          "tok/s",
        )}.`;
  }
  const claim = `${shown(own.value, "USD/tok")} of ${on}`;
  if (held.length > 0) return `${claim} holds ${held.map(words).join("; ")}, with a queue that never ends.`;
  const prices = lines.flatMap(({ needsPrice }) => (needsPrice === undefined ? [] : [needsPrice]));
  return prices.length === 0
    ? `${claim}: no price of the accelerator is known, or nothing fits.`
    : `${claim} does not hold at the listed price: an accelerator-hour would have to cost ${shown(Math.max(...prices), "USD/s")} at most.`;
}

/** One line a format: what the claim takes there beside what there is. */
export function ownTable(own: OwnText, lines: readonly OwnLine[]): Table {
  const rate = own.of === "rate";
  const column = (id: string, label: string, unit: string) => ({ id, label, unit, kind: "number" as const });
  const columns = rate
    ? [
        column("needsBandwidth", "Bandwidth it takes, one request", "B/s"),
        column("bandwidth", "Bandwidth there is", "B/s"),
        column("bound", "By bandwidth at most", "tok/s"),
        column("alone", "One request", "tok/s"),
        column("together", "All that fit, together", "tok/s"),
      ]
    : [
        column("cost", "Cost at a full queue", "USD/tok"),
        column("price", "Listed hour", "USD/s"),
        column("needsPrice", "Hour it takes", "USD/s"),
        column("serves", "Each serves, read and written", "tok/s"),
        column("needsRate", "Each would have to", "tok/s"),
      ];
  return {
    id: "own-claim",
    title: "What it takes",
    columns: [
      { id: "way", label: "Weights and accelerators", kind: "text" },
      ...columns,
      { id: "holds", label: "Holds", kind: "text" },
    ],
    rows: lines.map((line) => ({
      way: `${line.bits} bits on ${line.accelerators}${line.fits ? "" : ": does not fit"}`,
      ...Object.fromEntries(
        columns.map(({ id }) => [id, (line as unknown as Record<string, number | undefined>)[id] ?? null]),
      ),
      holds: { alone: "yes", together: "all together", price: "yes", no: "no" }[line.holds],
    })),
  };
}
