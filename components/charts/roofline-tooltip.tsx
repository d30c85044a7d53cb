import { Quantity } from "@/components/ui/quantity";
import type { OperatorPoint } from "@/lib/view/roofline";
import { PointTooltip } from "./point-tooltip";

type Props = { active?: boolean; payload?: readonly { payload?: OperatorPoint & { series: string } }[] };

/** What one operator of the roofline is, and how fast. */
export function RooflineTooltip({ active, payload }: Props) {
  const point = payload?.find((entry) => entry.payload?.label)?.payload;
  if (!active || !point) return null;
  return (
    <PointTooltip
      title={point.label}
      note={`${point.series}, ${point.frame}`}
      lines={[
        { label: "Intensity", value: <Quantity value={point.intensity} unit="FLOP/B" /> },
        { label: "Achieved", value: <Quantity value={point.rate} unit="FLOP/s" /> },
        { label: "Time per step", value: <Quantity value={point.time} unit="s" /> },
        { label: "Bound by", value: point.bound },
      ]}
    />
  );
}
