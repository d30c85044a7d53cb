import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FigureId, quantities } from "@/lib/engine";
import { figure, LOOKUP, optionOf, plans, running } from "./plans";

const paid = plans.chain((knobs) =>
  fc.double({ min: 0.01, max: 1000, noNaN: true }).map((pricePerHour) => ({ ...knobs, pricePerHour })),
);
const isElectricity = (id: string) =>
  /^(electricityPerToken|monthlyElectricity|ownElectricity|monthlyOwnElectricity)$/.test(id);
/** Money for machines: electricity costs what it costs whatever an hour does. */
const isMoney = (id: string) => (quantities.get(id)?.unit.includes("USD") && !isElectricity(id)) ?? false;

describe("the cost of tokens", () => {
  it("of input and output adds up to what the accelerators cost while they serve", () => {
    fc.assert(
      fc.property(paid, (knobs) => {
        const option = running(knobs);
        const value = (id: string) => figure(option, id);
        const carried =
          value("inputRate") * value("costPerInputToken") + value("outputRate") * value("costPerOutputToken");
        const spent = (value("acceleratorCount") * knobs.pricePerHour) / 3600 / knobs.utilisation;
        expect(Math.abs(carried / spent - 1)).toBeLessThan(1e-9);
        const blended = (value("inputRate") + value("outputRate")) * value("costPerToken");
        expect(Math.abs(blended / spent - 1)).toBeLessThan(1e-9);
        expect(Math.abs((value("costPerRequest") * value("requestRate")) / spent - 1)).toBeLessThan(1e-9);
        expect(
          Math.abs(value("costPerToken") / (value("annualCost") / value("annualTokens")) - 1),
        ).toBeLessThan(1e-9);
      }),
    );
  });

  it("is all that a price changes, and in proportion", () => {
    fc.assert(
      fc.property(paid, fc.double({ min: 1.1, max: 5, noNaN: true }), (knobs, times) => {
        const { origin: _, option: __, ranges, figures, ...rest } = running(knobs);
        const dearer = running({ ...knobs, pricePerHour: Math.min(1000, knobs.pricePerHour * times) });
        const ratio = Math.min(1000, knobs.pricePerHour * times) / knobs.pricePerHour;
        expect(dearer).toMatchObject(rest);
        expect(Object.keys(dearer.figures)).toEqual(Object.keys(figures));
        for (const [id, value] of Object.entries(figures)) {
          if (isMoney(id) && value === 0) expect(figure(dearer, id), id).toBe(0);
          else if (isMoney(id)) expect(figure(dearer, id) / value, id).toBeCloseTo(ratio, 9);
          else expect(dearer.figures[id as FigureId], id).toBe(value);
        }
        for (const [id, range] of Object.entries(ranges))
          if (!isMoney(id)) expect(dearer.ranges[id as FigureId]).toEqual(range);
      }),
    );
  });

  it("is nothing at a price of nothing, and unknown without a price", () => {
    const knobs = fc.sample(plans, { numRuns: 1, seed: 3 })[0];
    if (!knobs) throw new Error("no plan was drawn");
    const model = { ...knobs, model: "llama-2-7b-hf", accelerator: "nvidia-h100-sxm-80gb", batch: 1 };
    const free = optionOf({ ...model, pricePerHour: 0 });
    expect(figure(free, "costPerToken")).toBe(0);
    expect(figure(free, "costPerInputToken")).toBe(0);
    const unpriced = optionOf(model, { ...LOOKUP, price: () => undefined });
    expect(unpriced.origin.price).toEqual({ kind: "unknown" });
    expect(Object.keys(unpriced.figures).filter(isMoney)).toEqual([]);
    expect(figure(unpriced, "tpot")).toBe(figure(free, "tpot"));
  });

  it("takes the catalog's price, with its date and source, until a person says another", () => {
    const knobs = {
      model: "llama-2-7b-hf",
      accelerator: "nvidia-h100-sxm-80gb",
      tp: 2,
      replicas: 3,
    } as const;
    const rest = {
      weights: "bf16",
      kvCache: "bf16",
      engine: "vllm",
      inputTokens: 10,
      outputTokens: 10,
      batch: 1,
    } as const;
    const option = optionOf({ ...knobs, ...rest, utilisation: 1 });
    const offer = LOOKUP.price(knobs.accelerator);
    expect(option.origin.price).toEqual({
      kind: "catalog",
      price: offer?.id,
      provider: offer?.provider,
      asOf: offer?.asOf,
      source: offer?.source,
    });
    expect(figure(option, "costRate")).toBeCloseTo(6 * (offer?.perAcceleratorHour.value ?? 0), 12);
  });
});
