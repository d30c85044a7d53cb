import { Quantity } from "@/components/ui/quantity";
import type { FrontierPoint } from "@/lib/view/frontier";
import { PointTooltip } from "./point-tooltip";

type Props = { active?: boolean; payload?: readonly { payload?: FrontierPoint & { series?: string } }[] };

/** One option at one load: what it costs and how fast it is. */
export function FrontierTooltip({ active, payload }: Props) {
  const point = payload?.find((entry) => entry.payload?.series)?.payload;
  if (!active || !point) return null;
  const { batch, current, kept } = point;
  const lines = [
    ["Cost, blended", point.cost, "USD/tok"],
    ["Speed per user", point.userRate, "tok/s"],
    ["System output", point.outputRate, "tok/s"],
    ...(point.ttft === null ? [] : [["TTFT", point.ttft, "s"] as const]),
    ["TPOT", point.tpot, "s"],
  ] as const;
  return (
    <PointTooltip
      title={point.series}
      note={`Batch ${batch.toLocaleString("en")}${current ? ", as planned" : ""}${kept ? "" : ", misses a goal"}`}
      lines={lines.map(([label, value, unit]) => ({ label, value: <Quantity value={value} unit={unit} /> }))}
    />
  );
}
