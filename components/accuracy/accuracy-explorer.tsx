"use client";

import { type ReactNode, useDeferredValue, useState } from "react";
import { grouped } from "@/lib/units";
import { applyFilter, readPointFilter } from "@/lib/view/accuracy/filter";
import { errorsOfPoints, groupTable } from "@/lib/view/accuracy/groups";
import { errorDistributions } from "@/lib/view/accuracy/histogram";
import { type PackedPoints, unpackPoints } from "@/lib/view/accuracy/pack";
import { percent, signedPercent } from "@/lib/view/percent";
import { Agreement } from "./agreement";
import { ErrorDistributions } from "./error-distributions";
import { ErrorTable } from "./error-table";
import { PointFilters } from "./point-filters";
import { PointList } from "./point-list";
import { Section } from "./section";
import { useFilterAddress } from "./use-filter-address";

type Props = { packed: PackedPoints; query: string; children: ReactNode };

/** The validation measurements seen from every side, narrowed by what the reader cares for; children stand between. */
export function AccuracyExplorer({ packed, query, children }: Props) {
  "use memo";
  const [points] = useState(() => unpackPoints(packed));
  const [filter, setFilter] = useState(() => readPointFilter(query, points));
  useFilterAddress(filter);
  // The chart draws a thousand marks: the controls do not wait for it.
  const shown = applyFilter(points, useDeferredValue(filter));
  const errors = errorsOfPoints(shown);
  return (
    <>
      <Section
        id="agreement"
        title="Predicted against measured"
        lead="Every mark is one published measurement that no constant was fitted on. On the diagonal the planner is right; above it, it says more than was measured."
      >
        <PointFilters points={points} filter={filter} onChange={setFilter} />
        {errors && (
          <p role="status">
            <strong className="font-semibold">{grouped(errors.cases)} measurements</strong>: median error{" "}
            {percent(errors.median)}, mean {percent(errors.mape)}, {percent(errors.within25)} within ±25 %,
            bias {signedPercent(errors.bias)}
          </p>
        )}
        <Agreement points={shown} />
      </Section>
      <Section
        id="distribution"
        title="Errors by family of accelerators"
        lead="How often the answer is too low (left) or too high (right), on a logarithmic axis; the shaded part is ±25 %."
      >
        <ErrorDistributions distributions={errorDistributions(shown)} />
      </Section>
      {children}
      <section aria-label="Errors by group" className="min-w-0">
        <ErrorTable
          title="Errors by metric, accelerator and engine"
          caption="Mean and median of the absolute error, and the bias: the median of predicted over measured, less one."
          table={groupTable(shown)}
        />
      </section>
      <Section
        id="measurements"
        title="Every measurement with its source"
        lead="What the chart draws, in words."
      >
        <PointList points={shown} />
      </Section>
    </>
  );
}
