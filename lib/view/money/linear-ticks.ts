/** By definition: what people count in. */
const STEPS = [1, 2, 5, 10];
const MOST = 5;

/** Round numbers from zero to at or above `high`, at most six of them. */
export function linearTicks(high: number): number[] {
  if (!(high > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(high / MOST));
  const step = power * (STEPS.find((each) => each * power * MOST >= high) ?? MOST * 2);
  const count = Math.ceil(high / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
