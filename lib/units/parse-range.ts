import { type QuantityParts, quantityFrom, type Refusal, splitQuantity } from "./parse-quantity";

export type RangeReading = { ok: true; low: number; high: number; understood: string } | Refusal;

const SEPARATOR = /\.\.|…|–|\sto\s/;

/**
 * Reads "2..3", "2–3 TB/s", "$2..3/h" or one value (low = high), in base units.
 * A unit written only at the end holds for both: "2..3 TB/s" starts at 2 TB/s.
 */
export function parseRange(text: string, unit: string, comma = false): RangeReading {
  const ends = text.split(SEPARATOR);
  if (ends.length > 2) return { ok: false, message: `"${text.trim().slice(0, 64)}" has more than two ends` };
  const first = splitQuantity(ends[0] ?? "", comma);
  if (!first.ok) return first;
  const second = splitQuantity(ends[1] ?? ends[0] ?? "", comma);
  if (!second.ok) return second;
  const low = quantityFrom(share(first.parts, second.parts), unit);
  if (!low.ok) return low;
  const high = quantityFrom({ ...second.parts, dollar: first.parts.dollar || second.parts.dollar }, unit);
  if (!high.ok) return high;
  if (low.value > high.value) {
    return {
      ok: false,
      message: `a range goes from low to high, understood ${low.understood} to ${high.understood}`,
    };
  }
  return {
    ok: true,
    low: low.value,
    high: high.value,
    understood: `${low.understood} to ${high.understood}`,
  };
}

function share(low: QuantityParts, high: QuantityParts): QuantityParts {
  return { ...low, suffix: low.suffix || high.suffix, dollar: low.dollar || high.dollar };
}
