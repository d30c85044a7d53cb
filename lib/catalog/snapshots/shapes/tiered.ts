import { type CsvRow, cellsOf } from "@/lib/csv/table";
import type { PriceTerm } from "../../price";
import { dayIn, emptyReading, type PrintedOffer, printedPrice, type SnapshotReading } from "../reading";

/** What price lists by tier call the terms. */
const TERMS: Record<string, PriceTerm> = {
  on_demand: "on-demand",
  spot: "spot",
  "12mo": "reserved-1y",
  "36mo": "reserved-3y",
};

/** What two kinds of list by tier call the same columns. */
export type TieredColumns = {
  label: string;
  part: string;
  each: string;
  whole: string;
  date: string;
};

/** What a list knows of a row beyond its columns. */
export type RowNotes = { accelerator?: string; alone?: boolean; note?: string };

/**
 * Reads rows of a list by tier. `know` says what else a row tells, or why it is none; it is asked before the row's own
 * cells are judged.
 */
export function readTiered(
  rows: readonly CsvRow[],
  day: string,
  columns: TieredColumns,
  know: (row: CsvRow) => RowNotes | string,
): SnapshotReading {
  const reading = emptyReading();
  for (const row of rows) {
    const cell = cellsOf(row);
    const known = row.fault ?? know(row);
    const offer = typeof known === "string" ? known : offerOf(row, day, columns, known);
    const what = `${cell("provider")} ${cell("sku")}`;
    if (typeof offer === "string") reading.refused.push({ at: `line ${row.line}`, what, why: offer });
    else reading.offers.push(offer);
  }
  return reading;
}

function offerOf(
  row: CsvRow,
  day: string,
  columns: TieredColumns,
  { accelerator, alone, note }: RowNotes,
): PrintedOffer | string {
  const cell = cellsOf(row);
  const [provider, sku, label] = [cell("provider"), cell("sku"), cell(columns.label)];
  if (/\bMIG\b/i.test(sku)) return "a slice of an accelerator, not one";
  const wrong = wrongLabel(provider, sku, label);
  if (wrong) return wrong;
  const term = TERMS[label];
  if (!term) return `no term is called "${label}"`;
  const acceleratorHour = printedPrice(cell(columns.each));
  if (acceleratorHour === undefined) return `no price, got "${cell(columns.each)}"`;
  const count = Number(cell("gpu_count"));
  const instanceHour = printedPrice(cell(columns.whole));
  const said = note ?? (provider === "Azure" && term.startsWith("reserved") ? "Savings plan" : undefined);
  return {
    at: `line ${row.line}`,
    provider,
    parts: [sku, cell(columns.part)].filter((name) => name !== ""),
    ...(accelerator === undefined ? {} : { accelerator }),
    instance: sku,
    ...(Number.isInteger(count) && count > 0 ? { accelerators: count } : {}),
    ...(/^(global|)$/i.test(cell("region")) ? {} : { region: cell("region") }),
    term,
    ...(instanceHour !== undefined && count > 1 ? { instanceHour } : {}),
    acceleratorHour,
    asOf: dayIn(cell(columns.date)) ?? day,
    ...(alone || aloneByName(provider, sku) ? { covers: "accelerator-alone" as const } : {}),
    ...(said ? { note: said } : {}),
  };
}

/** Why a term's label cannot be meant: what providers' price lists call something else. */
function wrongLabel(provider: string, sku: string, label: string): string | undefined {
  if (/DWS|calendar mode/i.test(sku) && label !== "on_demand")
    return "a queued or booked window of days, not a commitment of months or spot";
  if (!/^runpod$/i.test(provider)) return undefined;
  if (label === "spot") return "the price of its Community Cloud, not spot";
  return /^\d+mo$/.test(label) ? "a commitment of three months, not of years" : undefined;
}

/** Google lists the accelerator apart from the machine it is attached to. */
const aloneByName = (provider: string, sku: string): boolean =>
  /^(gcp|google)/i.test(provider) && /\bgpu\b/i.test(sku) && /\s/.test(sku);
