/** A change (a fraction) as a person reads it: "+12 %", "−3.4 %"; one decimal below a tenth. */
export function changeText(change: number): string {
  const size = Math.abs(change);
  return `${change < 0 ? "−" : "+"}${(size * 100).toFixed(size < 0.1 ? 1 : 0)} %`;
}
