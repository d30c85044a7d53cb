import type { FieldPath } from "@/lib/scenario/fields";
import type { Scenario } from "@/lib/scenario/schema";

/** A part of the money form under one heading. */
export type MoneyGroup = { id: string; title: string; paths: readonly FieldPath[] };

/** The settings of money by what they are about. The form of the other settings leaves them out. */
export const moneyGroups: readonly MoneyGroup[] = [
  {
    id: "terms",
    title: "Rented: terms",
    paths: [
      "money.discount",
      "money.committedShare",
      "money.committedDiscount",
      "money.committedMonths",
      "money.committedFrom",
      "money.upfrontShare",
      "money.spotShare",
      "money.spotDiscount",
      "money.interruptions",
      "money.restartTime",
    ],
  },
  {
    id: "owning",
    title: "Owned: what it costs",
    paths: [
      "money.purchasePrice",
      "money.serverShare",
      "money.spares",
      "money.life",
      "money.residual",
      "money.interest",
      "money.upkeep",
      "money.hosting",
      "money.staff",
    ],
  },
  {
    id: "months",
    title: "The months to come",
    paths: [
      "money.startYear",
      "money.startMonth",
      "money.months",
      "money.growth",
      "money.growthSpread",
      "money.ramp",
      "money.seasonSwing",
      "money.seasonPeak",
      "money.priceDecline",
      "money.generationGain",
      "money.generationMonths",
      "money.discountRate",
      "money.budget",
    ],
  },
  {
    id: "tokens",
    title: "The price of a token",
    paths: [
      "money.costRule",
      "money.outputRatio",
      "money.cachedRatio",
      "money.tokenPrice",
      "money.batchShare",
    ],
  },
];

/** The settings of a group that are said, so that a folded group need not be opened to see them. */
export const saidOf = ({ paths }: MoneyGroup, { money }: Pick<Scenario, "money">): FieldPath[] =>
  paths.filter((path) => (money as Record<string, unknown>)[path.slice("money.".length)] !== undefined);
