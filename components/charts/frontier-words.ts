import type { PlanCurrency } from "@/lib/scenario/currency";
import { formatQuantity, grouped } from "@/lib/units";
import { moneyText } from "@/lib/view/currency";
import type { Frontier, FrontierPoint } from "@/lib/view/frontier";

const said = (value: number, unit: string) => {
  const { number, unit: suffix } = formatQuantity(value, unit);
  return suffix.startsWith("/") ? `${number}${suffix}` : `${number} ${suffix}`;
};

/** "H200, 32 in flight: $0.42/Mtok at 31 tok/s, misses a goal". */
export function pointText(
  name: string,
  { batch, cost, userRate, kept, current }: FrontierPoint,
  currency: PlanCurrency | undefined,
): string {
  const costs = moneyText(cost, "USD/tok", currency);
  const load = `${grouped(Number(batch.toPrecision(3)))} in flight`;
  const more = `${current ? ", as planned" : ""}${kept ? "" : ", misses a goal"}`;
  return `${name}, ${load}: ${costs.number}${costs.unit} at ${said(userRate, "tok/s")}${more}`;
}

/** "H200, 32 in flight: first token after 310 ms, 2,400 tok/s of each accelerator". */
export const startText = (name: string, batch: number, ttft: number, throughput: number): string =>
  `${name}, ${grouped(batch)} in flight: first token after ${said(ttft, "s")}, ${said(throughput, "tok/s")} of each accelerator`;

const FAINT = {
  mean: "Faint where a goal is missed.",
  simulated: "Faint where a goal is missed, beyond the load that the simulation found to keep them.",
  taken: "Faint where the option that the point becomes misses a goal, simulated as the board does it.",
  kinder:
    "Faint where even the mean misses a goal; a percentile is missed earlier, and is simulated at the plan’s own load alone.",
};

/** What faint points miss, and by what that is judged. */
export function faintText({ series }: Pick<Frontier, "series">): string[] {
  const faint = series.filter(({ points }) => points.some(({ kept }) => !kept));
  return [...new Set(faint.map(({ basis }) => FAINT[basis]))];
}
