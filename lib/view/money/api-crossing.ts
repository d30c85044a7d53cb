import type { Estimate } from "@/lib/engine";
import { apiBreakEven } from "@/lib/money";
import type { ApiOffer } from "@/lib/scenario/schema";
import { formatQuantity, parseUnit } from "@/lib/units";
import { optionNames } from "../option-name";

const PER_MILLION = parseUnit("USD/Mtok").factor;

/** From which volume on an option costs no more than an API, beside the volume that the plan has. */
export interface Crossing {
  readonly option: string;
  readonly api: string;
  /** Tokens a month, read and written; absent where the API stays cheaper at every volume. */
  readonly tokens?: number;
  readonly planned: number;
}

/** Every option that runs against every API of the plan's model. */
export function apiCrossings(estimate: Estimate): Crossing[] {
  const { scenario, options } = estimate;
  const { apis = [], workload } = scenario;
  const names = optionNames(estimate);
  return apis
    .filter(({ model }) => model === workload.model)
    .flatMap((offer) =>
      options.flatMap((option, index): Crossing[] => {
        const { monthlyCost, monthlyInputTokens: read, monthlyOutputTokens: written } = option.figures;
        if (monthlyCost === undefined || read === undefined || written === undefined) return [];
        const replicas = option.operation?.replicas ?? option.option.replicas ?? 1;
        const tokens = apiBreakEven({
          ...pricesOf(offer),
          apiRead: read,
          apiWritten: written,
          apiCachedShare: workload.cachedPrefix,
          apiReplica: monthlyCost / replicas,
          apiReplicaTokens: (read + written) / replicas,
        });
        return [
          {
            option: names[index] ?? "",
            api: `${offer.provider} API`,
            planned: read + written,
            ...(tokens === undefined ? {} : { tokens }),
          },
        ];
      }),
    );
}

const pricesOf = ({ input, output, cachedInput = input }: ApiOffer) => ({
  apiInputPrice: input * PER_MILLION,
  apiCachedPrice: cachedInput * PER_MILLION,
  apiOutputPrice: output * PER_MILLION,
});

/** The same in a sentence. */
export function crossingText({ option, api, tokens, planned }: Crossing): string {
  const amount = (value: number) => {
    const { number, unit } = formatQuantity(value, "tok");
    return `${number} ${unit}`;
  };
  if (tokens === undefined)
    return `${option} costs more than the ${api} at every volume: a replica serves too little for what it costs.`;
  return `${option} costs no more than the ${api} from ${amount(tokens)} a month on, a replica's worth; this plan has ${amount(planned)}.`;
}
