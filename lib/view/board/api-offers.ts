import type { Estimate } from "@/lib/engine";
// Past the engine's door, which would bring every formula into the first page.
import { rankedBy } from "@/lib/engine/ranking";
import type { Scenario } from "@/lib/scenario/schema";
import { formatQuantity, grouped } from "@/lib/units";
import { optionNames } from "../option-name";

/** A managed API beside the options: what its tokens cost for this question. How fast it answers nobody says. */
export type ApiRow = {
  /** Its place among the scenario's API offers. */
  index: number;
  name: string;
  provider: string;
  /** USD a token, input and output together. */
  cost: number;
  /** USD a month; null where the question says no volume. */
  month: number | null;
  /** Whose volume that is of, where users ask as fast as they are answered: "for the 44.8M requests of 20 × NVIDIA H100 SXM 80GB". */
  volume?: string;
  /** That its limits take more than one account in the busiest hour; absent where one does, or none is known. */
  limits?: string;
  asOf: string;
  /** Over the cheapest option that keeps the goals by what all are ranked by, as a fraction; null without one. */
  difference: number | null;
};

/** What the API offers of a plan are called, no two alike: the provider, and where it has more the offer and its day. */
export function apiNames({ apis = [] }: Pick<Scenario, "apis">): string[] {
  const short = apis.map(({ provider }) => `${provider} API`);
  const full = apis.map(({ name, asOf }, place) => `${short[place]}, ${name} of ${asOf}`);
  const alone = (names: string[], place: number) =>
    names.filter((name) => name === names[place]).length === 1;
  return short.map((name, place) => {
    if (alone(short, place)) return name;
    return `${full[place]}${alone(full, place) ? "" : ` (${place + 1})`}`;
  });
}

/** The API offers of the plan's own model, cheapest first; `best` is what the cheapest option that keeps the goals is ranked by. */
export function apiRows(estimate: Estimate, best: number | undefined): ApiRow[] {
  const { scenario, apis = [] } = estimate;
  const by = rankedBy(scenario);
  const names = apiNames(scenario);
  return apis
    .flatMap(({ api, figures, volumeOf }): ApiRow[] => {
      const offer = scenario.apis?.[api];
      const { apiTokenCost: cost } = figures;
      if (!offer || cost === undefined) return [];
      return [
        {
          index: api,
          name: names[api] ?? offer.provider,
          provider: offer.provider,
          cost,
          month: figures.apiPaid ?? null,
          ...volumeText(estimate, volumeOf),
          ...limitsOf(figures.apiAccounts),
          asOf: offer.asOf,
          difference: overBest(by === "monthlyCost" ? figures.apiPaid : cost, best),
        },
      ];
    })
    .sort((a, b) => a.cost - b.cost);
}

const overBest = (rank: number | undefined, best: number | undefined): number | null =>
  best && rank !== undefined ? rank / best - 1 : null;

/** Requests of users hang on how fast they are answered, which nobody says of an API: an option's stand in for them. */
function volumeText(estimate: Estimate, of: number | undefined): Pick<ApiRow, "volume"> {
  const requests = of === undefined ? undefined : estimate.options[of]?.figures.monthlyRequests;
  if (of === undefined || requests === undefined || estimate.scenario.traffic.load !== "users") return {};
  const { number, unit } = formatQuantity(requests, "1");
  return { volume: `for the ${number}${unit} requests a month of ${optionNames(estimate)[of]}` };
}

const limitsOf = (accounts = 1) =>
  accounts > 1 ? { limits: `Takes ${grouped(accounts)} accounts, or their limits, at the peak` } : {};
