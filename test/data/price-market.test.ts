import { priceMarket } from "@/lib/catalog/lint/price-market";
import { holds } from "./holds";

holds(priceMarket, [
  [
    "a monthly price among hourly ones",
    ({ prices }) => {
      const offer = prices.find(({ accelerator }) => accelerator === "nvidia-h100-sxm-80gb");
      if (offer) offer.perAcceleratorHour.value *= 730;
    },
    /times the middle of its \d+ offers/,
  ],
]);
