import type { PriceTerm } from "../price";

/** One priced instance as a file prints it, before its names are looked up. Prices are USD per hour. */
export type PrintedOffer = {
  /** Where in the file: a line, or a path such as `us-east-1.p5.48xlarge`. */
  at: string;
  provider: string;
  /** What the file calls the part, most telling name first. */
  parts: readonly string[];
  /** The accelerator's id where the file itself names one of this catalog. */
  accelerator?: string;
  instance?: string;
  accelerators?: number;
  region?: string;
  term: PriceTerm;
  instanceHour?: number;
  acceleratorHour?: number;
  asOf: string;
  /** Which part of the machine the price covers, where it is not the whole. */
  covers?: "accelerator-alone";
  note?: string;
};

/** One managed model as a file prints it. Prices are USD per million tokens. */
export type PrintedApiOffer = {
  at: string;
  provider: string;
  /** The provider's own name for the model. */
  name: string;
  input: number;
  output: number;
  cachedInput?: number;
  asOf: string;
};

/** A row that was not taken, and why. */
export type Refusal = { at: string; what: string; why: string };

/** What a snapshot holds. `undated` asks the caller for the day the prices are of. */
export type SnapshotReading =
  | {
      ok: true;
      offers: PrintedOffer[];
      apiOffers: PrintedApiOffer[];
      refused: Refusal[];
    }
  | { ok: false; why: string };

/** One kind of file that prices come in. Reading never throws and never reaches the network. */
export type SnapshotShape = {
  id: string;
  /** What the source's record says. */
  title: string;
  where: string;
  licence?: string;
  /** Whether a file, by its text alone, is of this shape. */
  matches: (text: string) => boolean;
  /** The day that the file itself says it is of, YYYY-MM-DD; undefined where it says none. */
  dateIn: (text: string) => string | undefined;
  /** `day` dates rows that have no date of their own. */
  read: (text: string, day: string) => SnapshotReading;
};

/** Nothing read yet. */
export const emptyReading = (): Extract<SnapshotReading, { ok: true }> => ({
  ok: true,
  offers: [],
  apiOffers: [],
  refused: [],
});

/** A managed model's row with the prices that it prints, USD per million tokens, whatever they are. */
type PrintedModel = Omit<PrintedApiOffer, "input" | "output" | "cachedInput"> & {
  input: unknown;
  output: unknown;
  cachedInput: unknown;
};

/** Takes a managed model into a reading, or refuses it for want of a price for input and for output. */
export function takeModel(
  reading: Extract<SnapshotReading, { ok: true }>,
  { input, output, cachedInput, ...model }: PrintedModel,
  why = "no price for input and output",
): void {
  const [into, out, cached] = [input, output, cachedInput].map(printedPrice);
  if (into === undefined || out === undefined) reading.refused.push({ at: model.at, what: model.name, why });
  else
    reading.apiOffers.push({
      ...model,
      input: into,
      output: out,
      ...(cached ? { cachedInput: cached } : {}),
    });
}

/** Rows that were not taken, by the reason; the most first. */
export function byReason(refused: readonly Refusal[]): { why: string; rows: Refusal[] }[] {
  const reasons = new Map<string, Refusal[]>();
  for (const one of refused) {
    const rows = reasons.get(one.why);
    if (rows) rows.push(one);
    else reasons.set(one.why, [one]);
  }
  return [...reasons].map(([why, rows]) => ({ why, rows })).sort((a, b) => b.rows.length - a.rows.length);
}

/** The first day (YYYY-MM-DD) in a text, if any. */
export const dayIn = (text: string): string | undefined =>
  /\b(20\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)/.exec(text)?.[1];

/** A price above zero that a file may print; undefined for anything else. */
export function printedPrice(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) && number > 0 ? number : undefined;
}
