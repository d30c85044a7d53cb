import { apiEstimates, type Estimate } from "@/lib/engine";
import { apiBreakEven } from "@/lib/money";
import { formatQuantity } from "@/lib/units";
import { apiNames } from "../board/api-offers";
import { optionNames } from "../option-name";

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
  const names = optionNames(estimate);
  const apis = apiNames(scenario);
  return options.flatMap((option, index) => {
    const { monthlyCost, monthlyInputTokens: read, monthlyOutputTokens: written } = option.figures;
    if (monthlyCost === undefined || read === undefined || written === undefined) return [];
    const replicas = option.operation?.replicas ?? option.option.replicas ?? 1;
    const planned = read + written;
    // Of the option's own volume: users who are answered sooner ask more.
    return apiEstimates(scenario, [option]).map(({ api, given }): Crossing => {
      const replica = { month: monthlyCost / replicas, tokens: planned / replicas };
      const tokens = apiBreakEven({ ...given, apiRead: read, apiWritten: written }, replica);
      return {
        option: names[index] ?? "",
        api: apis[api] ?? "",
        planned,
        ...(tokens === undefined ? {} : { tokens }),
      };
    });
  });
}

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
