import { describe, expect, it } from "vitest";
import { fitConstants, type Parameter } from "@/lib/accuracy/fit";

const silent = () => {};
/** So little known beforehand that it pulls no constant by a per cent. */
const WIDE = 10;
const SPREAD = 0.1;

/** A roofline: work / rate + bytes / bandwidth + latency, over loads that tell the three apart. */
const LOADS = Array.from({ length: 60 }, (_, index) => [1 + (index % 5) * 4, 1 + (index % 7) * 3] as const);
const law = (work: number, bytes: number, [rate, bandwidth, latency]: readonly number[]) =>
  work / (rate as number) + bytes / (bandwidth as number) + (latency as number);

/** Residuals of the law against measurements that the true constants made, each off by `noise`. */
function residualsOf(truth: readonly number[], noise: (index: number) => number = () => 1) {
  const measured = LOADS.map(([work, bytes], index) => law(work, bytes, truth) * noise(index));
  return (values: readonly number[]) =>
    Float64Array.from(LOADS, ([work, bytes], index) => {
      return Math.log(law(work, bytes, values) / (measured[index] as number)) / SPREAD;
    });
}

const parameters = (spread: number, most?: number): Parameter[] => [
  { name: "rate", prior: 1, spread, ...(most === undefined ? {} : { most }) },
  { name: "bandwidth", prior: 1, spread },
  { name: "latency", prior: 1, spread },
];

const truth = [2.5, 0.6, 0.35];

describe("the fit", () => {
  it("recovers constants from what they made, far from where it starts", () => {
    const { values } = fitConstants({ parameters: parameters(WIDE), residuals: residualsOf(truth) }, silent);
    values.forEach((value, index) => {
      expect(value / (truth[index] as number)).toBeCloseTo(1, 2);
    });
  });

  it("only ever lowers its objective", () => {
    const { losses } = fitConstants({ parameters: parameters(WIDE), residuals: residualsOf(truth) }, silent);
    expect(losses.length).toBeGreaterThan(2);
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
  });

  it("is not led astray by a few measurements that are wrong by a factor of five", () => {
    const noise = (index: number) => (index % 20 === 3 ? 5 : 1);
    const { values } = fitConstants(
      { parameters: parameters(WIDE), residuals: residualsOf(truth, noise) },
      silent,
    );
    values.forEach((value, index) => {
      expect(Math.abs(Math.log(value / (truth[index] as number)))).toBeLessThan(0.1);
    });
  });

  it("keeps to a bound that the measurements would break, and fits the rest beside it", () => {
    const { values } = fitConstants(
      { parameters: parameters(WIDE, 1.8), residuals: residualsOf(truth) },
      silent,
    );
    expect(values[0]).toBeCloseTo(1.8, 6);
    expect(values.every((value) => value > 0)).toBe(true);
  });

  it("stays near a prior that is held for sure, and on one that no measurement speaks of", () => {
    const held = fitConstants(
      { parameters: parameters(0.001), residuals: residualsOf(truth) },
      silent,
    ).values;
    for (const value of held) expect(value).toBeCloseTo(1, 1);
    const nothing = { parameters: parameters(WIDE), residuals: () => new Float64Array(3) };
    const { values, learned } = fitConstants(nothing, silent);
    expect(values[2]).toBe(1);
    expect(learned).toEqual([0, 0, 0]);
  });

  it("finds the same twice", () => {
    const noise = (index: number) => 1 + 0.05 * Math.sin(index);
    const run = () =>
      fitConstants({ parameters: parameters(0.5), residuals: residualsOf(truth, noise) }, silent).values;
    expect(run()).toEqual(run());
  });

  it("asks only for the rows of the constant it moves, where it is told which", () => {
    const whole = residualsOf(truth);
    const touched = new Set<number>();
    const moved = (values: readonly number[], constant: number, base: Float64Array) => {
      expect(base).toHaveLength(LOADS.length);
      touched.add(constant);
      return whole(values);
    };
    fitConstants({ parameters: parameters(WIDE), residuals: whole, moved }, silent);
    expect([...touched].sort()).toEqual([0, 1, 2]);
  });

  it("finds without some measurements, from the fit of all and its derivatives, what a fit of the rest finds", () => {
    const noise = (index: number) => 1 + 0.1 * Math.sin(3 * index);
    const residuals = residualsOf(truth, noise);
    const all = fitConstants({ parameters: parameters(0.5), residuals }, silent);
    const counts = Float64Array.from(LOADS, (_, index) => (index % 4 === 0 ? 0 : 1));
    const start = { values: all.values, jacobian: all.jacobian, counts };
    const warm = fitConstants({ parameters: parameters(0.5), residuals }, silent, start).values;
    const rest = (values: readonly number[]) => residuals(values).filter((_, index) => counts[index] === 1);
    const cold = fitConstants({ parameters: parameters(0.5), residuals: rest }, silent).values;
    warm.forEach((value, index) => {
      expect(Math.abs(Math.log(value / (cold[index] as number)))).toBeLessThan(0.04);
      expect(value).not.toBeCloseTo(all.values[index] as number, 4);
    });
  });
});
