"use client";

import { useState } from "react";
import { CsvButton } from "@/components/charts/csv-button";
import { Button } from "@/components/ui/button";
import { METRIC_TEXT, metricValue } from "@/lib/view/accuracy/metrics";
import { errorOf, type Point } from "@/lib/view/accuracy/point";
import { pointTable } from "@/lib/view/accuracy/point-table";
import { signedPercent } from "@/lib/view/percent";
import { SourceText } from "./source-text";

const FIRST = 20;
const MORE = 100;

/** The shown measurements, those that are furthest off first, each with its source. */
export function PointList({ points }: { points: readonly Point[] }) {
  "use memo";
  const [limit, setLimit] = useState(FIRST);
  const sorted = [...points].sort(
    (a, b) => Math.abs(Math.log(1 + errorOf(b))) - Math.abs(Math.log(1 + errorOf(a))),
  );
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-muted">
          {Math.min(limit, sorted.length)} of {sorted.length}, the largest errors first
        </p>
        <CsvButton table={() => pointTable(sorted)} label={`CSV of all ${sorted.length}`} />
      </div>
      <ol className="grid grid-cols-1 gap-2">
        {sorted.slice(0, limit).map((point) => (
          <li key={point.id} className="rounded-lg border border-line bg-surface px-3.5 py-2.5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <p className="min-w-0 font-medium">
                {METRIC_TEXT[point.metric].label}, {point.model} on {point.accelerator}
              </p>
              <p className="md:whitespace-nowrap">
                <span className="text-muted">measured</span> {metricValue(point.metric, point.measured)}
                <span className="text-muted">, modelled</span> {metricValue(point.metric, point.predicted)},{" "}
                <strong className="font-semibold">{signedPercent(errorOf(point))}</strong>
              </p>
            </div>
            <p className="text-muted">
              {point.engine}, {point.setup}
            </p>
            <p className="min-w-0 text-xs">
              <SourceText source={point.source} />
            </p>
          </li>
        ))}
      </ol>
      {sorted.length > limit && (
        <Button className="justify-self-start" onClick={() => setLimit(limit + MORE)}>
          Show {Math.min(MORE, sorted.length - limit)} more
        </Button>
      )}
    </div>
  );
}
