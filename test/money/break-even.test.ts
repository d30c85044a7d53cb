import { describe, expect, it } from "vitest";
import { breakEven, breakEvenCases, projectPlan } from "@/lib/money";
import { planOf } from "@/lib/scenario/plan";
import { H100, one } from "./projected";

describe("buying against renting", () => {
  const terms = { purchasePrice: 29_200, interest: 0, months: 36 } as const;
  const sides = (money: object) => {
    const {
      estimate: found,
      scenario,
      demand,
    } = one({
      options: [
        { ...H100, pricePerHour: 2 },
        { ...H100, hardware: "owned" },
      ],
      finance: { electricityPrice: 0.000001, pue: 1 },
      money: { ...terms, ...money },
    });
    const [rented, owned] = found.options.map((option, index) => {
      const plan = planOf(scenario, index);
      const projection = projectPlan(option, plan, demand.requests);
      if (typeof projection === "string") throw new Error(projection);
      return { option, plan, projection };
    });
    if (!rented || !owned) throw new Error("no options");
    return { rented, owned };
  };
  const both = (money: object) => {
    const { rented, owned } = sides(money);
    return breakEven(rented.projection, owned.projection);
  };

  it("breaks even when what is saved each month has paid the machines", () => {
    // $29,200 an accelerator against 730 h × $2: twenty months, electricity all but free.
    expect(both({}).month).toBeCloseTo(20, 3);
    expect(both({ upkeep: 0.12 }).month).toBeCloseTo(29_200 / (1460 - 292), 3);
    expect(both({}).yearlyReturn).toBeGreaterThan(0.2);
  });

  it("says that it never does, and what it costs more", () => {
    const never = both({ purchasePrice: 100_000 });
    expect(never.month).toBeUndefined();
    expect(never.saved).toBeCloseTo(4 * (1460 * 36 - 100_000 + (100_000 * 24) / 60), 0);
  });

  /** The sides with ranges of nothing but what an hour and a machine cost, each as a factor below and above. */
  const within = (money: object, hour: number, machine: number) => {
    const { rented, owned } = sides(money);
    const paid = { low: 1 / hour, high: hour, basis: "" };
    const bought = { value: 1, low: 1 / machine, high: machine, asOf: "2026-01" };
    return breakEvenCases(
      {
        ...rented,
        option: {
          ...rented.option,
          figures: { ...rented.option.figures, monthlyCost: 1 },
          ranges: { monthlyCost: paid },
        },
      },
      {
        ...owned,
        option: {
          ...owned.option,
          ranges: {},
          origin: { ...owned.option.origin, price: { kind: "purchase", spread: bought } },
        },
      },
    );
  };

  it("breaks even over the range of both prices, drawn apart", () => {
    // Twenty months, by the ratio of two log-normal prices: 20 / 1.2 to 20 × 1.2 of either alone.
    const ofMachines = within({}, 1, 1.2);
    expect(ofMachines.month[0]).toBeCloseTo(20 / 1.2, 0);
    expect(ofMachines.month[1]).toBeCloseTo(20 * 1.2, 0);
    expect(within({}, 1.2, 1).month[1]).toBeCloseTo(20 * 1.2, 0);
    // Of both together their spreads add as squares.
    const together = 1.2 ** Math.SQRT2;
    const ofBoth = within({}, 1.2, 1.2);
    expect((ofBoth.month[0] ?? 0) / (20 / together)).toBeCloseTo(1, 1);
    expect((ofBoth.month[1] ?? 0) / (20 * together)).toBeCloseTo(1, 1);
    expect(ofBoth.paying).toBeGreaterThan(0.98);
  });

  it("has no range where nothing is drawn, and no month where it is never reached", () => {
    const sure = within({}, 1, 1);
    expect(sure.month[0]).toBeCloseTo(20, 3);
    expect(sure.month[1]).toBeCloseTo(20, 3);
    // Forty months and more as planned: within 36 only where the hour or the machine is at its best.
    const rarely = within({ purchasePrice: 60_000 }, 1, 1.2);
    expect([rarely.month[0] !== undefined, rarely.month[1]]).toEqual([true, undefined]);
    expect(rarely.paying).toBeGreaterThan(0.1);
    expect(rarely.paying).toBeLessThan(0.5);
    const never = within({ purchasePrice: 100_000 }, 1, 1.05);
    expect(never.month).toEqual([undefined, undefined]);
    expect(never.paying).toBe(0);
    expect(never.saved[1]).toBeLessThan(0);
  });
});
