import { Quantity } from "@/components/ui/quantity";
import { headline } from "@/lib/engine/headlines";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { grouped } from "@/lib/units";
import type { FrontierPoint } from "@/lib/view/frontier";
import { PointTooltip } from "./point-tooltip";

const shownFigures = ["costPerToken", "userRate", "outputRate", "ttft", "tpot"] as const;

type Props = {
  active?: boolean;
  payload?: readonly { payload?: FrontierPoint & { series?: string } }[];
  currency?: PlanCurrency | undefined;
};

/** One option at one load: what it costs and how fast it is. */
export function FrontierTooltip({ active, payload, currency }: Props) {
  const point = payload?.find((entry) => entry.payload?.series)?.payload;
  if (!active || !point) return null;
  const { batch, current, kept } = point;
  const figures = { ...point, costPerToken: point.cost };
  const lines = shownFigures.flatMap((id) => {
    const { label, unit } = headline(id);
    const value = figures[id];
    return value === null
      ? []
      : [{ label, value: <Quantity value={value} unit={unit} currency={currency} /> }];
  });
  return (
    <PointTooltip
      title={point.series}
      note={`Batch ${grouped(batch)}${current ? ", as planned" : ""}${kept ? "" : ", misses a goal"}`}
      lines={lines}
    />
  );
}
