import { describe, expect, it } from "vitest";
import { prices } from "@/lib/catalog";
import { catalogLookup } from "@/lib/catalog/lookup";
import { estimate } from "@/lib/engine";
import { decodeScenario, defaultScenario, encodeScenario, type Scenario } from "@/lib/scenario";
import { type Addition, decodeAddition, encodeAddition } from "@/lib/scenario/addition";
import { MAX_OPTIONS } from "@/lib/scenario/limits";
import { offerOf } from "@/lib/scenario/offer";
import { addToPlan } from "@/lib/view/catalog/add-to-plan";
import { offerOfPrice, offerText } from "@/lib/view/catalog/offer-text";

const lookup = catalogLookup();
const verdicts = (scenario: Scenario) =>
  estimate(scenario, lookup).options.map(({ verdict }) => verdict.feasible);
function added(scenario: Scenario, addition: Addition): Scenario {
  const result = addToPlan(scenario, addition, lookup);
  if (!result.ok) throw new Error(result.message);
  return result.scenario;
}
const refused = (scenario: Scenario, addition: Addition) => {
  const result = addToPlan(scenario, addition, lookup);
  return result.ok ? undefined : result.message;
};
const l40s: Addition = { kind: "accelerator", accelerator: "nvidia-l40s" };
const offer = {
  pricePerHour: 2.9,
  provider: "Lambda",
  term: "reserved-1y",
  area: "US",
  asOf: "2026-05-24",
};
const h200: Addition = { kind: "accelerator", accelerator: "nvidia-h200-sxm-141gb", offer };

describe("an accelerator", () => {
  it("becomes one more option, in the smallest layout that fits; the others stay as they are", () => {
    const mine = { ...defaultScenario, options: defaultScenario.options.map((one) => ({ ...one, tp: 8 })) };
    const plan = added(mine, l40s);
    expect(plan.options.slice(0, -1)).toEqual(mine.options);
    expect(plan.options.at(-1)).toMatchObject({ accelerator: "nvidia-l40s", tp: 2 });
    expect(verdicts(plan).at(-1)).toBe(true);
    expect({ ...plan, options: [] }).toEqual({ ...mine, options: [] });
  });

  it("is on one accelerator where none of the layouts fits", () => {
    const plan = added(
      { ...defaultScenario, workload: { ...defaultScenario.workload, model: "deepseek-v3" } },
      l40s,
    );
    expect(plan.options.at(-1)).toMatchObject({ accelerator: "nvidia-l40s", tp: 1 });
  });

  it("comes with the price of an offer, and with whose, where and of when it is", () => {
    const option = added(defaultScenario, h200).options.at(-1);
    expect(option).toMatchObject({ pricePerHour: 2.9, offer });
    expect(option && offerOf(option)).toEqual(offer);
    expect(option && offerOf({ ...option, pricePerHour: 3 })).toBeUndefined();
    expect(offerText(offer)).toBe("Lambda, US, reserved, 1 year · 2026-05-24");
  });

  it("is compared with itself at other prices, but stands in the plan once at each", () => {
    expect(refused(defaultScenario, { kind: "accelerator", accelerator: "amd-mi300x" })).toBe(
      "The plan has AMD Instinct MI300X already.",
    );
    const plan = added(defaultScenario, h200);
    expect(refused(plan, h200)).toContain("at this price already");
    expect(added(plan, { ...h200, offer: { ...offer, term: "spot" } }).options).toHaveLength(5);
    // At a price that the person typed it is another option than at the catalog's.
    const typed = { ...defaultScenario, options: [{ ...defaultScenario.options[0], pricePerHour: 1 }] };
    expect(
      added(typed as Scenario, { kind: "accelerator", accelerator: "nvidia-h100-sxm-80gb" }).options,
    ).toHaveLength(2);
  });

  it("finds no room in a full plan, which says what to do", () => {
    const full = { ...defaultScenario, options: Array(MAX_OPTIONS).fill(defaultScenario.options[0]) };
    expect(refused(full, l40s)).toBe("The plan has 6 options already: remove one, then add NVIDIA L40S.");
  });
});

describe("a model", () => {
  it("is served instead, on accelerators enough to hold it", () => {
    const plan = added(defaultScenario, { kind: "model", model: "qwen3-235b-a22b" });
    expect(plan.workload.model).toBe("qwen3-235b-a22b");
    expect(verdicts(plan)).toEqual(plan.options.map(() => true));
  });

  it("leaves alone the layouts that hold it, and options with a model of their own", () => {
    const [first, ...others] = defaultScenario.options;
    const own = { ...first, model: "qwen3-32b", tp: 1 } as Scenario["options"][number];
    const mine = { ...defaultScenario, options: [own, ...others.map((one) => ({ ...one, tp: 4 }))] };
    const plan = added(mine, { kind: "model", model: "qwen3-8b" });
    expect(plan.options).toEqual(mine.options);
  });

  it("that is served already changes nothing", () => {
    const { model } = defaultScenario.workload;
    expect(refused(defaultScenario, { kind: "model", model })).toContain("already");
  });
});

describe("an addition in an address", () => {
  it.each<Addition>([l40s, h200, { kind: "model", model: "qwen3-8b" }])(
    "%j comes back as it was",
    (addition) => {
      expect(encodeAddition(addition)).toMatch(/^[\w-]+$/);
      expect(decodeAddition(encodeAddition(addition))).toEqual(addition);
    },
  );

  it.each(["", "@", "e30", btoa("[]"), btoa('{"kind":"model"}'), btoa("[".repeat(1000)), "A".repeat(9000)])(
    "%j is none",
    (text) => expect(decodeAddition(text)).toBeUndefined(),
  );
});

it("every offer of the catalog can be added, and its plan is a link that opens", () => {
  const faults = prices().flatMap((price) => {
    const addition: Addition = {
      kind: "accelerator",
      accelerator: price.accelerator,
      offer: offerOfPrice(price),
    };
    const read = decodeAddition(encodeAddition(addition));
    if (JSON.stringify(read) !== JSON.stringify(addition)) return [price.id];
    const plan = {
      ...defaultScenario,
      options: [
        { ...(defaultScenario.options[0] as Scenario["options"][number]), offer: offerOfPrice(price) },
      ],
    };
    return decodeScenario(encodeScenario(plan)).ok ? [] : [`${price.id}: its plan`];
  });
  expect(prices().length).toBeGreaterThan(100);
  expect(faults).toEqual([]);
});
