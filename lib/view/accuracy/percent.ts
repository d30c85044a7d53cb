/** A share as a percentage with one decimal: "7.2 %". */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A deviation as a percentage with its sign: "+4.1 %", "−3.4 %". */
export function signedPercent(share: number): string {
  const size = percent(Math.abs(share));
  if (size === percent(0)) return size;
  return share < 0 ? `−${size}` : `+${size}`;
}
