import { type Finding, priceFile, type Rule } from "./rule";

const tolerance = 0.01;

/** The instance's price over its accelerators is the price of one. */
export const priceArithmetic: Rule = {
  name: "instance price over accelerators is the price of one",
  check: (catalog) =>
    catalog.prices.flatMap((offer): Finding[] => {
      if (!offer.perInstanceHour) return [];
      const each = offer.perInstanceHour.value / offer.accelerators;
      if (Math.abs(each / offer.perAcceleratorHour.value - 1) <= tolerance) return [];
      const message = `${offer.perInstanceHour.text} over ${offer.accelerators} is not ${offer.perAcceleratorHour.text}`;
      return [{ file: priceFile(offer), field: `offer.perAcceleratorHour (${offer.id})`, message }];
    }),
};
