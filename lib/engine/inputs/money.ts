import type { Accelerator } from "@/lib/catalog/schema";
import { type FieldPath, fields } from "@/lib/scenario/fields";
import type { Plan } from "@/lib/scenario/plan";
import { parseUnit } from "@/lib/units";
import type { Deployment } from "../deployment";
import { fixed, ofChip, quoted, said, saidByOption } from "../origin";
import { isBought, listedPrice } from "../price";
import { type PlanInput, planned } from "./given";

/** How hours are paid for, and what owning costs: what the person says, and what counts where nothing is said. */

/** The numbers that an option may say of its money. */
type NumberKey = {
  [P in FieldPath]: P extends `money.${infer K}` ? (`options.${K}` extends FieldPath ? K : never) : never;
}[FieldPath] &
  Exclude<keyof Plan["money"], "costRule">;

/** A setting of money, times `per` where the formula takes it in another unit; `otherwise` where it is not said. */
function setting(unit: string, label: string, key: NumberKey, otherwise: number, per = 1): PlanInput {
  const own = (plan: Plan) => plan.money[key];
  return planned(unit, label, {
    value: ({ plan }) => (own(plan) ?? otherwise) * per,
    origin: ({ deployment: { plan } }) =>
      own(plan) === undefined
        ? { kind: "default", text: fields[`money.${key}`].help }
        : said(plan, `money.${key}`),
    edit: "free",
  });
}

const YEAR = parseUnit("year").factor;
/** By judgement: what counts where a person says nothing, as the fields say; years, a yearly rate, a ratio of prices. */
const LIFE = 5;
const INTEREST = 0.08;
const OUTPUT_RATIO = 4;

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
  edit: "free",
});

export const discountShare = setting("1", "Discount off the listed price", "discount", 0);
export const committedShare = setting("1", "Share of the hours under a commitment", "committedShare", 0);
export const committedDiscount = setting("1", "What a commitment takes off", "committedDiscount", 0);
export const spotShare = setting("1", "Share of the hours that may be interrupted", "spotShare", 0);
export const spotDiscount = setting("1", "What spot takes off", "spotDiscount", 0);
export const interruptions = setting("1", "Interruptions of a spot machine in a day", "interruptions", 0);
export const restartTime = setting("s", "Time lost by an interruption", "restartTime", 0);

/** What buying this accelerator costs: the person's price, else the catalog's. */
export const purchaseOf = ({ accelerator, plan }: { accelerator: Accelerator; plan: Plan }) =>
  plan.money.purchasePrice ?? accelerator.purchasePrice?.value;

export const bought = planned("1", "Owned hardware whose hour follows from its purchase", {
  value: (deployment) => Number(isBought(deployment.plan, deployment.accelerator)),
  origin: ({ deployment }) => said(deployment.plan, "finance.hardware"),
  edit: "structural",
});

export const purchasePrice = planned("USD", "Price of one accelerator that is bought", {
  value: (deployment) => purchaseOf(deployment) ?? 0,
  origin: ({ deployment }: { deployment: Deployment }) =>
    deployment.plan.money.purchasePrice === undefined
      ? ofChip(deployment, deployment.accelerator.purchasePrice, "no purchase price is known")
      : said(deployment.plan, "money.purchasePrice"),
  edit: "free",
});

export const serverShare = setting("1", "Server and network over the accelerators", "serverShare", 0);
export const spareShare = setting("1", "Spare machines over those that serve", "spares", 0);
export const life = setting("s", "Life of owned hardware", "life", LIFE, YEAR);
export const residualShare = setting("1", "Value left at the end of life", "residual", 0);
export const yearlyInterest = setting("1", "Interest of a year", "interest", INTEREST);
export const upkeepShare = setting("1", "Upkeep of a year over the outlay", "upkeep", 0);
export const hostingPrice = setting(
  "USD/W/s",
  "Hosting by the power of the machines",
  "hosting",
  0,
  parseUnit("USD/kW/month").factor,
);
export const staffPrice = setting(
  "USD/s",
  "Staff for one accelerator",
  "staff",
  0,
  parseUnit("USD/month").factor,
);

const RULES = { time: 0, ratio: 1, operations: 2 } as const;

export const costRule = planned("1", "How the bill is split: 0 by time, 1 by a ratio, 2 by operations", {
  value: ({ plan }) => RULES[plan.money.costRule ?? "time"],
  origin: ({ deployment: { plan } }) =>
    plan.money.costRule === undefined
      ? { kind: "default", text: fields["money.costRule"].help }
      : said(plan, "money.costRule"),
  edit: "free",
});
export const outputRatio = setting(
  "1",
  "Price of an output token over an input token's",
  "outputRatio",
  OUTPUT_RATIO,
);
export const cachedRatio = setting("1", "Price of a cached input token over a new one's", "cachedRatio", 0);
