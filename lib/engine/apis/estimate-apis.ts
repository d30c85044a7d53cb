import type { Scenario } from "@/lib/scenario";
import type { ApiOffer, Money, Workload } from "@/lib/scenario/schema";
import type { Estimate, OptionEstimate } from "../estimate";
import { type ApiLoad, apiGiven, hasLimit } from "./given";
import { type ApiFigureId, type ApiGiven, apiQuantity, apiValue } from "./quantities";

/** A managed API of a plan with what it costs there. Figures are in base units; one that is not known is absent. */
export interface ApiEstimate {
  /** Its place among the scenario's API offers. */
  readonly api: number;
  readonly given: ApiGiven;
  /** The option whose month its tokens are of; absent where a batch is asked for. */
  readonly volumeOf?: number;
  readonly figures: Readonly<Partial<Record<ApiFigureId, number>>>;
}

type Answered = Pick<OptionEstimate, "figures" | "operation" | "notes">;

/**
 * The options of which the one with the cheapest month stands for the question's volume: those that keep the goals and can
 * be served so, else the first that serves all that is asked, else any. Where users ask, how much they ask hangs on how fast it
 * answers them.
 */
export function volumeOptions(options: readonly Answered[]): number[] {
  const says = [...options.entries()].filter(([, { figures }]) => figures.monthlyInputTokens !== undefined);
  const serves = says.filter(([, { operation }]) => !operation?.missing.some(({ of }) => of === "rate"));
  const keeps = serves.filter(
    ([, { operation, notes, figures }]) =>
      operation?.keeps !== false &&
      figures.monthlyCost !== undefined &&
      !notes.some(({ severity }) => severity === "serious"),
  );
  const stand = keeps.length > 0 ? keeps : [serves[0] ?? says[0]];
  return stand.flatMap((entry) => (entry ? [entry[0]] : []));
}

/** The cheapest of `volumeOptions`; undefined where no option says a volume. */
function volumeOption(options: readonly Answered[]): number | undefined {
  const cost = (option: number) => options[option]?.figures.monthlyCost ?? 0;
  return volumeOptions(options).toSorted((a, b) => cost(a) - cost(b))[0];
}

/** What the requests of a plan ask of an API in the month of an option; of a batch, its lengths alone. */
function loadOf(
  { traffic, workload }: Pick<Scenario, "traffic" | "workload">,
  running: Pick<OptionEstimate, "figures" | "operation"> | undefined,
): ApiLoad & { month: boolean } {
  // Turns carry their history, so a month's tokens say more of lengths than the question does.
  const { monthlyInputTokens: read, monthlyOutputTokens: written, monthlyRequests } = running?.figures ?? {};
  if (traffic.load === "batch" || read === undefined || written === undefined)
    return { read: workload.inputTokens, written: workload.outputTokens, month: false };
  const rate = running?.operation?.demand?.peak;
  return {
    read,
    written,
    month: true,
    ...(rate === undefined || !monthlyRequests
      ? {}
      : { peak: { rate, read: read / monthlyRequests, written: written / monthlyRequests } }),
  };
}

const MONTHLY: readonly ApiFigureId[] = ["apiPaid", "apiDirectPeak", "apiPeakTokens", "apiPeakOutput"];

/**
 * The API offers of the plan's own model: what their tokens cost for its question, at the volume of the option `volumeOf`,
 * and the accounts that it takes.
 */
export function apiEstimates(
  scenario: Scenario,
  options: readonly Answered[],
  volumeOf = volumeOption(options),
): ApiEstimate[] {
  const { apis = [], workload, money } = scenario;
  const { month, ...load } = loadOf(scenario, options[volumeOf ?? 0]);
  return apis.flatMap((offer, api): ApiEstimate[] => {
    if (offer.model !== workload.model) return [];
    const given = apiGiven(offer, workload, money, load);
    const known: ApiFigureId[] = [
      "apiTokenCost",
      ...(month ? MONTHLY : []),
      ...(hasLimit(offer) ? (["apiAccounts"] as const) : []),
    ];
    const figures = known
      .map((id) => [id, apiValue(apiQuantity(id), given)] as const)
      .filter(([, value]) => Number.isFinite(value));
    const volume = month && volumeOf !== undefined ? { volumeOf } : {};
    return [{ api, given, ...volume, figures: Object.fromEntries(figures) }];
  });
}

/** The estimate with its APIs anew, after an option of it was computed again; as it is where the plan has none. */
export const withApis = (estimate: Estimate): Estimate =>
  estimate.scenario.apis
    ? { ...estimate, apis: apiEstimates(estimate.scenario, estimate.options) }
    : estimate;

/** What a token of requests of these lengths costs at an offer, input and output together, USD. */
export const offerTokenCost = (
  offer: ApiOffer,
  workload: Pick<Workload, "cachedPrefix">,
  money: Pick<Money, "batchShare">,
  lengths: Pick<ApiLoad, "read" | "written">,
): number => apiValue(apiQuantity("apiTokenCost"), apiGiven(offer, workload, money, lengths));

/** How many accounts so many requests take of an offer in the busiest hour; undefined where no limit of it is known. */
export function accountsFor(
  offer: ApiOffer,
  { workload, money }: Pick<Scenario, "workload" | "money">,
  peak: NonNullable<ApiLoad["peak"]>,
): number | undefined {
  const found = apiValue(apiQuantity("apiAccounts"), apiGiven(offer, workload, money, { ...peak, peak }));
  return hasLimit(offer) && Number.isFinite(found) ? found : undefined;
}
