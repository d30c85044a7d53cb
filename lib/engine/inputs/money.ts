import type { Accelerator } from "@/lib/catalog/schema";
import type { Plan } from "@/lib/scenario/plan";
import type { Deployment } from "../deployment";
import { fixed, ofChip, quoted, said, saidByOption } from "../origin";
import { isBought, listedPrice } from "../price";
import { planned } from "./given";

/** What an hour is listed at, and what buying costs: the person's, or the catalog's. */

/** The price of an hour as it stands in a list, or as the person says it. */
export const listedHour = planned("USD/s", "Price of one accelerator as it is listed", {
  value: ({ price }) => price ?? 0,
  origin: ({ deployment: { plan }, lookup }) => {
    const { pricePerHour, offer: taken } = plan.option;
    // A price that comes from an offer, or with a note, says so wherever it goes.
    if (taken && taken.pricePerHour === pricePerHour)
      return {
        kind: "user",
        text: [taken.provider, taken.region ?? taken.area, taken.term, taken.asOf].filter(Boolean).join(", "),
      };
    if (pricePerHour !== undefined) return saidByOption(plan, "pricePerHour");
    const offer = listedPrice(plan, lookup);
    if (!offer)
      return fixed(
        plan.finance.hardware === "owned" ? "what an owned hour costs is not said" : "no price is known",
      );
    const { provider, term, asOf, perAcceleratorHour } = offer;
    return {
      ...quoted(`prices/${offer.id}`, perAcceleratorHour),
      text: `${provider}, ${term}, ${asOf}: ${perAcceleratorHour.text}`,
    };
  },
});

/** What buying this accelerator costs: the person's price, else the catalog's. */
export const purchaseOf = ({ accelerator, plan }: { accelerator: Accelerator; plan: Plan }) =>
  plan.money.purchasePrice ?? accelerator.purchasePrice?.value;

export const bought = planned("1", "Owned hardware whose hour follows from its purchase", {
  value: (deployment) => Number(isBought(deployment.plan, deployment.accelerator)),
  origin: ({ deployment }) => said(deployment.plan, "finance.hardware"),
  structural: true,
});

export const purchasePrice = planned("USD", "Price of one accelerator that is bought", {
  value: (deployment) => purchaseOf(deployment) ?? 0,
  origin: ({ deployment }: { deployment: Deployment }) =>
    deployment.plan.money.purchasePrice === undefined
      ? ofChip(deployment, deployment.accelerator.purchasePrice, "no purchase price is known")
      : said(deployment.plan, "money.purchasePrice"),
});
