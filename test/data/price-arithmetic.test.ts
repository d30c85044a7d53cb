import { priceArithmetic } from "@/lib/catalog/lint/price-arithmetic";
import { holds } from "./holds";

holds(priceArithmetic, [
  [
    "an instance's price given for one accelerator",
    ({ prices }) => {
      const offer = prices.find(({ accelerators, perInstanceHour }) => accelerators === 8 && perInstanceHour);
      if (offer?.perInstanceHour) offer.perAcceleratorHour = offer.perInstanceHour;
    },
    /offer\.perAcceleratorHour .* over 8 is not/,
  ],
]);
