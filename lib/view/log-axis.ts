/** What a decade is divided into: at 1, 2 and 5, or at its ends alone. */
const DIVIDED = [1, 2, 5];
const WHOLE = [1];

/** Ticks of a logarithmic axis, ascending, from at or below `low` to at or above `high`; both positive. */
function ticksAround(low: number, high: number, steps: readonly number[]): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (const step of steps) ticks.push(Number(`${step}e${power}`));
  }
  const first = ticks.findLastIndex((tick) => tick <= low);
  const last = ticks.findIndex((tick) => tick >= high);
  return ticks.slice(Math.max(0, first), last < 0 ? undefined : last + 1);
}

/** 1, 2 and 5 times the powers of ten around what is drawn. */
export const logTicks = (low: number, high: number): number[] => ticksAround(low, high, DIVIDED);

/** Powers of ten around what is drawn. */
export const decades = ([low, high]: readonly [number, number]): number[] => ticksAround(low, high, WHOLE);

/** Ticks inside a domain that does not end at one: powers of ten, divided where the domain is short. */
export function ticksWithin([low, high]: readonly [number, number]): number[] {
  const steps = Math.log10(high / low) > 2.5 ? WHOLE : DIVIDED;
  return ticksAround(low, high, steps).filter((tick) => tick >= low && tick <= high);
}
