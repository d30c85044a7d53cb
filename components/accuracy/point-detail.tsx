import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { METRIC_TEXT, metricValue } from "@/lib/view/accuracy/metrics";
import { errorOf, type Point } from "@/lib/view/accuracy/point";
import { signedPercent } from "@/lib/view/percent";
import { SourceText } from "./source-text";

type Props = { point: Point; onClose: () => void };

/** The chosen measurement with its source, and the way to plan the same deployment. */
export function PointDetail({ point, onClose }: Props) {
  return (
    <div role="status" className="relative rounded-lg border border-line bg-surface p-3.5 pr-12">
      <p className="font-semibold">
        {point.accelerator}, {point.model}
      </p>
      <p className="text-muted">
        {point.engine}, {point.setup}
      </p>
      <p className="mt-1">
        {METRIC_TEXT[point.metric].label}: measured {metricValue(point.metric, point.measured)}, modelled{" "}
        {metricValue(point.metric, point.predicted)}, error {signedPercent(errorOf(point))}
      </p>
      <p className="mt-1 text-xs">
        Source of {point.id}: <SourceText source={point.source} />
      </p>
      <a
        href={`/accuracy/${encodeURIComponent(point.id)}/plan`}
        className="touch mt-1 inline-flex items-center text-accent underline"
      >
        Plan this deployment
      </a>
      <span className="absolute top-1.5 right-1.5">
        <IconButton label="Close" onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </span>
    </div>
  );
}
