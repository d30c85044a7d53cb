import { decimals, grouped } from "@/lib/units";
/** A share as a percentage: "7.2 %", without decimals "93 %". */
export const percent = (share: number, places = 1): string => `${decimals(share * 100, places)} %`;

/** A deviation as a percentage with its sign: "+4.1 %", "−3.4 %". */
export function signedPercent(share: number, places = 1): string {
  const size = percent(Math.abs(share), places);
  if (size === percent(0, places)) return size;
  return share < 0 ? `−${size}` : `+${size}`;
}

/** From this on a change reads better as a factor. */
const FACTOR_FROM = 2;

/** A change (a fraction) as a person reads it: "+12 %", "−3.4 %", and "×23" from three times on. */
export function changeText(change: number): string {
  if (change >= FACTOR_FROM) {
    const factor = 1 + change;
    return `×${factor < 10 ? decimals(factor, 1) : grouped(Math.round(factor))}`;
  }
  return signedPercent(change, Math.abs(change) < 0.1 ? 1 : 0);
}

/** A place along a bar or an axis, 0 to 1, as a style sheet takes it. */
export const cssShare = (share: number): string => `${(share * 100).toFixed(3)}%`;
