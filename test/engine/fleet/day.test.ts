import { describe, expect, it } from "vitest";
import * as catalog from "@/lib/catalog";
import { fixedDay, scaledDay } from "@/lib/engine/fleet/day";
import { dayProfile } from "@/lib/engine/fleet/profile";
import { fields } from "@/lib/scenario/fields";

const HOUR = 3600;
const DAY = 24 * HOUR;
const CARRIES = { good: 5, most: 6 };
const POLICY = { target: 0.7, least: 1, warm: 0, start: 300 } as const;
/** Ten hours of use, three times as busy at noon as on average. */
const rate = dayProfile({ hoursPerDay: 10, peakToMean: 3 }, 60);

describe("the shape of a day", () => {
  it.each([1, 1.5, 3, 12, 80])("has the mean and the peak that are asked for: %f", (peakToMean) => {
    const shape = dayProfile({ hoursPerDay: 24, peakToMean }, 7);
    const rates = Array.from({ length: DAY / 10 }, (_, look) => shape(look * 10));
    expect(Math.max(...rates)).toBeCloseTo(7, 9);
    expect(rates.reduce((sum, each) => sum + each, 0) / rates.length / (7 / peakToMean)).toBeCloseTo(1, 3);
    expect(Math.min(...rates)).toBeGreaterThanOrEqual(0);
  });

  it.each(catalog.days().map(({ id, hours }) => [id, hours] as const))(
    "of %s has the mean and the peak that are asked for, and its own order of hours",
    (_, hours) => {
      for (const peakToMean of [1, 1.3, 4]) {
        const shape = dayProfile({ hoursPerDay: 24, peakToMean }, 7, hours);
        const rates = Array.from({ length: DAY / 10 }, (__, look) => shape(look * 10));
        expect(Math.max(...rates)).toBeCloseTo(7, 9);
        expect(rates.reduce((sum, each) => sum + each, 0) / rates.length / (7 / peakToMean)).toBeCloseTo(
          1,
          3,
        );
        const middles = hours.map((load, hour) => ({ load, rate: shape((hour + 0.5) * HOUR) }));
        const byLoad = middles.toSorted((a, b) => a.load - b.load).map(({ rate }) => rate);
        for (const [place, rate] of byLoad.slice(1).entries())
          expect(rate).toBeGreaterThanOrEqual((byLoad[place] ?? 0) - 1e-9);
      }
    },
  );

  it("is one of those that the catalog has and the question offers", () => {
    const offered = fields["traffic.dayShape"].choices.map(({ value }) => value);
    expect(offered.toSorted()).toEqual(catalog.days().map(({ id }) => id));
  });

  it("has nobody ask outside the hours in use", () => {
    expect([rate(0), rate(6.9 * HOUR), rate(17.1 * HOUR), rate(23 * HOUR)]).toEqual([0, 0, 0, 0]);
    expect(rate(12 * HOUR)).toBeCloseTo(60, 9);
  });
});

describe("a fleet that follows the load", () => {
  const fixed = fixedDay(rate, CARRIES, 12);
  const scaled = scaledDay(rate, CARRIES, POLICY);

  it("serves the same requests for fewer hours", () => {
    expect(fixed.replicaHours).toBeCloseTo(12 * 24, 6);
    expect(fixed.late).toBe(0);
    expect(scaled.requests).toBeCloseTo(fixed.requests, 6);
    expect(scaled.requests).toBeCloseTo((60 / 3) * 10 * HOUR, -2);
    expect(scaled.replicaHours).toBeLessThan(0.5 * fixed.replicaHours);
    // Never below the load over the target, never below the fewest.
    const least = scaled.requests / HOUR / (CARRIES.good * POLICY.target);
    expect(scaled.replicaHours).toBeGreaterThan(least);
    expect(scaled.hours[2]?.replicas).toBeCloseTo(1, 9);
    expect(Math.max(...scaled.hours.map(({ replicas }) => replicas))).toBeGreaterThan(15);
  });

  it("keeps more people waiting the longer replicas take to start, and fewer with warm ones or a lower target", () => {
    const late = (change: object) => scaledDay(rate, CARRIES, { ...POLICY, ...change }).late;
    const slow = late({ start: 1800, target: 0.95 });
    expect(late({ start: 0, target: 0.95 })).toBe(0);
    expect(slow).toBeGreaterThan(late({ start: 300, target: 0.95 }));
    expect(late({ start: 1800, target: 0.5 })).toBeLessThan(slow);
    expect(late({ start: 1800, target: 0.95, warm: 3 })).toBeLessThan(slow);
  });

  it("stops while nobody asks, and lets the first wait for a start", () => {
    const zero = scaledDay(rate, CARRIES, { ...POLICY, least: 0, start: 120 });
    expect(zero.hours[2]?.replicas).toBe(0);
    expect(zero.hours[7]?.late).toBeGreaterThan(0);
    expect(zero.replicaHours).toBeLessThan(scaled.replicaHours);
    const queued = scaledDay(rate, CARRIES, { ...POLICY, wait: 1, least: 0, start: 120 });
    expect(queued.hours[2]?.replicas).toBe(0);
    expect(queued.requests).toBeCloseTo(fixed.requests, 6);
    // What waits is noticed later than what comes.
    expect(queued.late).toBeGreaterThan(zero.late);
    expect(queued.late).toBeLessThan(queued.requests);
  });

  it("never has fewer late than requests beyond what a fleet that is too small carries", () => {
    const small = fixedDay(rate, CARRIES, 6);
    const beyond = Array.from({ length: DAY / 10 }, (_, look) => Math.max(0, rate(look * 10) - 30) * 10);
    expect(small.late).toBeGreaterThanOrEqual(beyond.reduce((sum, each) => sum + each, 0) * 0.999);
  });
});
