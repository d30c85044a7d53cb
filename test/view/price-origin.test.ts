import { expect, it } from "vitest";
import { accelerators, earlierPricesOf, pricesOf, source } from "@/lib/catalog";
import { estimate } from "@/lib/engine";
import { parseScenario } from "@/lib/scenario";
import { offerOfPrice } from "@/lib/view/catalog/offer-text";
import { priceOriginLines } from "@/lib/view/price-origin";
import { LOOKUP } from "../engine/plans";

/** What the origin of an option's price says, by its labels. */
function originOf(option: object, money: object = {}): Record<string, string> {
  const reading = parseScenario({
    workload: { model: "meta-llama-3.1-8b" },
    traffic: { load: "batch" },
    options: [{ accelerator: "nvidia-h100-sxm-80gb", ...option }],
    money,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const [found] = estimate(reading.scenario, LOOKUP).options;
  if (!found) throw new Error("no option");
  const id = found.option.accelerator;
  const offers = [...pricesOf(id), ...earlierPricesOf(id)];
  const lines = priceOriginLines(found, { offers, sourceOf: source }, undefined, "2026-11-29");
  return Object.fromEntries(lines.map(({ label, text, href }) => [label, href ? `${text} ${href}` : text]));
}

const FACTS = ["Provider", "Region", "Term", "Price of", "Source"];

it("a price that the catalog starts a plan from has its provider, region, term, day and source", () => {
  const priced = accelerators().filter(({ id }) => LOOKUP.price(id));
  expect(priced.length).toBeGreaterThan(20);
  for (const { id } of priced) {
    const origin = originOf({ accelerator: id });
    for (const fact of FACTS) expect(origin[fact], `${id}: ${fact}`).toMatch(/^(?!not known)./);
  }
});

it("an offer that was taken has them too, also one that has a newer price by now", () => {
  const taken = [pricesOf("nvidia-h100-sxm-80gb").at(-1), earlierPricesOf("nvidia-h100-sxm-80gb")[0]];
  for (const price of taken) {
    if (!price) throw new Error("no offer");
    const offer = offerOfPrice(price);
    const origin = originOf({ pricePerHour: offer.pricePerHour, offer });
    expect(origin.Provider).toBe(price.provider);
    expect(origin.Region).toContain(price.region ?? price.area);
    for (const fact of FACTS) expect(origin[fact], fact).toMatch(/^(?!not known)./);
  }
});

it("a price of one's own says that it is, and what terms make of a listed one", () => {
  const typed = originOf({ pricePerHour: 2 });
  expect(typed).toMatchObject({
    "Price of an hour": "$2.00/h",
    Provider: "typed by you",
    Region: "not known",
  });
  expect(typed.Source).toContain("stated in the plan");
  const committed = originOf({ pricePerHour: 2 }, { committedShare: 0.5, committedDiscount: 0.4 });
  expect(committed["Price of an hour"]).toBe("$1.60/h, on the plan’s terms and discounts; listed at $2.00/h");
  const bought = originOf({ hardware: "owned" });
  expect(bought["Bought for"]).toMatch(/^\$.* \(\$.* to \$.*\)$/);
  expect(bought.Source).not.toBe("not known");
});
