import type { PriceTerm } from "../../price";
import { type CsvRow, csvRows, headings } from "../csv";
import { dayIn, emptyReading, type PrintedOffer, printedPrice, type SnapshotShape } from "../reading";

/**
 * Prices by part, one observation a row, with the terms spelled `on_demand`, `spot`, `12mo` and `36mo`. A column
 * `accelerator_id` names this catalog's record; a `note` that begins with "not" takes a row's term back.
 */
export const observations: SnapshotShape = {
  id: "gpu-price-index",
  title: "gpu-price-index: list prices of one day",
  where: "https://github.com/ewyluda/gpu-price-index",
  licence: "MIT for the code; the prices are each publisher's list prices",
  matches: (text) => {
    const names = headings(text);
    return ["date", "provider", "pricing", "gpu_model", "sku", "usd_per_gpu_hour"].every((name) =>
      names.includes(name),
    );
  },
  dateIn: (text) => dayIn(text),
  read(text, day) {
    const reading = emptyReading();
    const hasId = headings(text).includes("accelerator_id");
    for (const row of csvRows(text)) {
      const offer = read(row, day, hasId);
      if (typeof offer === "string")
        reading.refused.push({
          at: `line ${row.line}`,
          what: `${row.cell("provider")} ${row.cell("sku")}`,
          why: offer,
        });
      else reading.offers.push(offer);
    }
    return reading;
  },
};

const TERMS: Record<string, PriceTerm> = {
  on_demand: "on-demand",
  spot: "spot",
  "12mo": "reserved-1y",
  "36mo": "reserved-3y",
};

function read({ line, cell }: CsvRow, day: string, hasId: boolean): PrintedOffer | string {
  const note = cell("note");
  if (/^doubtful/i.test(note)) return note;
  if (/\bMIG\b/i.test(`${cell("sku")} ${note}`)) return "a slice of an accelerator, not one";
  if (/^not\b/i.test(note)) return `the label is wrong: ${note}`;
  const term = TERMS[cell("pricing")];
  if (!term) return `no term is called "${cell("pricing")}"`;
  const acceleratorHour = printedPrice(cell("usd_per_gpu_hour"));
  if (acceleratorHour === undefined) return `no price, got "${cell("usd_per_gpu_hour")}"`;
  if (hasId && cell("accelerator_id") === "") return "the file names no accelerator of this catalog for it";
  const wrong = wrongLabel(cell("provider"), cell("sku"), cell("pricing"));
  if (wrong) return wrong;
  const count = Number(cell("gpu_count"));
  const samples = Number(cell("sample_size"));
  const instanceHour = printedPrice(cell("usd_per_hour"));
  const alone = /part only/i.test(note) || aloneByName(cell("provider"), cell("sku"));
  return {
    at: `line ${line}`,
    provider: cell("provider"),
    parts: [cell("sku"), cell("gpu_model")].filter((name) => name !== ""),
    ...(hasId ? { accelerator: cell("accelerator_id") } : {}),
    instance: cell("sku"),
    ...(Number.isInteger(count) && count > 0 ? { accelerators: count } : {}),
    ...(/^(global|)$/i.test(cell("region")) ? {} : { region: cell("region") }),
    term,
    ...(instanceHour !== undefined && count > 1 ? { instanceHour } : {}),
    acceleratorHour,
    asOf: dayIn(cell("date")) ?? day,
    ...(alone ? { covers: "accelerator-alone" as const } : {}),
    ...noteOf(note, samples),
  };
}

function noteOf(note: string, samples: number): { note?: string } {
  if (samples > 1) return { note: `Median of ${samples} offers` };
  if (note === "" || /part only/i.test(note)) return {};
  return { note: note.charAt(0).toUpperCase() + note.slice(1) };
}

/** Why a term's label cannot be meant: what providers' price lists call something else. */
export function wrongLabel(provider: string, sku: string, label: string): string | undefined {
  if (/DWS|calendar mode/i.test(sku) && label !== "on_demand")
    return "a queued or booked window of days, not a commitment of months or spot";
  if (/^runpod$/i.test(provider) && label === "spot") return "the price of its Community Cloud, not spot";
  if (/^runpod$/i.test(provider) && /^\d+mo$/.test(label))
    return "a commitment of three months, not of years";
  return undefined;
}

/** Google lists the accelerator apart from the machine it is attached to. */
export const aloneByName = (provider: string, sku: string): boolean =>
  /^(gcp|google)/i.test(provider) && /\bgpu\b|\bgpu slice\b/i.test(sku) && /\s/.test(sku);
