import type { Application } from "./application";
import type { Postgresql } from "./postgresql";

/** How much is tried: everything as it is promised, or a little of it, for every change. */
export interface Size {
  readonly short: boolean;
  /** How many times as long as promised things may take: a machine that does other things too is no reason to fail. */
  readonly patience: number;
  /** A number of the whole, and of the short form. */
  of(whole: number, short: number): number;
}

/** What a promise is tried on. */
export interface Ground {
  readonly size: Size;
  readonly server: Postgresql;
  /** Two processes of the application on one database, as the role that may do least. */
  readonly apps: readonly [Application, Application];
  /** A database of the server, as its owner. */
  readonly database: string;
}

/** What was measured, and whether it is what was promised. */
export interface Measured {
  readonly goal: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** One promise of the product, and how it is tried. */
export interface PromiseTried {
  readonly promise: string;
  readonly group: "Load" | "Faults" | "Nothing lost" | "Access" | "Bad input" | "Data";
  try(ground: Ground): Promise<Measured>;
}

/** "12.3 ms" of a number of milliseconds. */
export const ms = (value: number): string =>
  value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(0)} ms`;

/** How often each of some words was said, the most frequent first: "201: 40, 503: 2". */
export function tally(words: Iterable<string | number>): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(String(word), (counts.get(String(word)) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([word, count]) => `${word}: ${count}`)
    .join(", ");
}
