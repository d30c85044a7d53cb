import { expect, it } from "vitest";
import { estimate } from "@/lib/engine";
import { defaultScenario } from "@/lib/scenario";
import { newerPriceText } from "@/lib/view/newer-price";
import { priceAge, priceAgeText } from "@/lib/view/price-age";
import { LOOKUP } from "../engine/plans";

const [listed] = estimate(defaultScenario, LOOKUP).options;
const OFFER = {
  pricePerHour: 2,
  provider: "a",
  term: "reserved-1y",
  area: "US",
  asOf: "2026-06-01",
} as const;

function optionWith(changes: object) {
  const [first, ...rest] = defaultScenario.options;
  const scenario = { ...defaultScenario, options: [{ ...first, ...changes }, ...rest] };
  return estimate(scenario as typeof defaultScenario, LOOKUP).options[0];
}

it("is the days since the catalog's offer, old after ninety", () => {
  if (!listed) throw new Error("no option");
  expect(priceAge(listed, "2026-11-28")).toEqual({ asOf: "2026-10-10", days: 49, old: false });
  expect(priceAge(listed, "2027-01-09")).toMatchObject({ days: 91, old: true });
  expect(priceAgeText({ asOf: "2026-10-10", days: 49, old: false })).toBe(
    "at a price of 2026-10-10, 49 days old",
  );
});

it("is of the offer that a plan keeps, and of no price that a person typed", () => {
  const kept = optionWith({ pricePerHour: 2, offer: OFFER });
  const typed = optionWith({ pricePerHour: 3, offer: OFFER });
  if (!kept || !typed) throw new Error("no option");
  expect(priceAge(kept, "2026-11-28")).toMatchObject({ asOf: "2026-06-01", days: 180, old: true });
  expect(priceAge(typed, "2026-11-28")).toBeUndefined();
});

it("says what a newer offer would make of a token's cost, of a listed price and of one that a plan keeps", () => {
  if (!listed) throw new Error("no option");
  const { accelerator } = listed.option;
  const offer = LOOKUP.price(accelerator);
  if (!offer?.market) throw new Error("no price");
  const rate = offer.perAcceleratorHour.value;
  const newer = { provider: "Later", rate: 1.5 * rate, asOf: "2026-12-01" };
  const moved = { ...offer, market: { ...offer.market, newer } };
  expect(newerPriceText(listed, moved, undefined)).toMatch(/^Newer: .*, Later, 2026-12-01: \+50 % a token$/);
  expect(
    newerPriceText(listed, { ...offer, market: { ...offer.market, newer: undefined } }, undefined),
  ).toBeUndefined();

  const half = (rate * 3600) / 2;
  const kept = optionWith({
    pricePerHour: half,
    offer: { ...OFFER, pricePerHour: half, term: "on-demand" },
  });
  const committed = optionWith({ pricePerHour: half, offer: { ...OFFER, pricePerHour: half } });
  const typed = optionWith({ pricePerHour: half });
  if (!kept || !committed || !typed) throw new Error("no option");
  expect(newerPriceText(kept, offer, undefined)).toContain(
    `${offer.provider}, ${offer.asOf}: +100 % a token`,
  );
  expect(newerPriceText(committed, offer, undefined)).toBeUndefined();
  expect(newerPriceText(typed, offer, undefined)).toBeUndefined();
});
