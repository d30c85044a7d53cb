"use client";

import { startTransition, useEffect, useState } from "react";
import type { Estimate } from "@/lib/engine";

/** Charts that lag behind an input that goes on moving are drawn after so long (ms). */
const LONGEST = 600;

/**
 * The estimate that charts and details draw: one that is all there, percentiles too. While an input moves they wait, since
 * drawing them takes longer than answering.
 */
export function useSettled(estimate: Estimate): Estimate {
  const [drawn, setDrawn] = useState(estimate);
  const waits = estimate.options.some(({ operation }) => operation && !operation.percentiles);
  useEffect(() => {
    if (drawn === estimate) return;
    const draw = () => startTransition(() => setDrawn(estimate));
    const timer = setTimeout(draw, waits ? LONGEST : 0);
    return () => clearTimeout(timer);
  }, [drawn, estimate, waits]);
  // An option that has come or gone is no matter of drawing later, nor are amounts of another currency.
  const alike =
    drawn.options.length === estimate.options.length &&
    drawn.scenario.currency === estimate.scenario.currency;
  return alike ? drawn : estimate;
}
