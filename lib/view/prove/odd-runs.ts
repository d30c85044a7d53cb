import { answerAll } from "@/lib/accuracy/predict";
import type { Names } from "@/lib/accuracy/question";
import type { Lookup } from "@/lib/engine";
import { rowsOf } from "@/lib/measure/own";
import { ranAlike } from "@/lib/measure/run";
import type { OwnMeasurement } from "@/lib/scenario";
import { decimals } from "@/lib/units";
import { METRIC_TEXT } from "@/lib/view/accuracy/metrics";

/** How many others it takes to call one odd, and by how much it then differs from what they say. */
const ENOUGH = 2;
const ODD = Math.log(1.4);

/**
 * Which runs are unlike the others of their deployment, by place, with what is said of each. The farthest is named first
 * and left out before the next is looked for: what lies beside an odd run would seem odd by it.
 */
export function oddRuns(
  measurements: readonly OwnMeasurement[],
  correctedBy: (taken: readonly OwnMeasurement[]) => Lookup,
  names: Names,
): ReadonlyMap<number, string> {
  const odd = new Map<number, string>();
  const miss = (place: number, by: readonly number[]) => {
    const others = by.filter((each) => each !== place).map((each) => measurements[each] as OwnMeasurement);
    const enough = others.length >= ENOUGH;
    return enough ? farthest(measurements[place] as OwnMeasurement, correctedBy(others), names) : undefined;
  };
  for (const [first, run] of measurements.entries()) {
    const alike = [...measurements.keys()].filter((place) =>
      ranAlike(measurements[place] as OwnMeasurement, run),
    );
    if (alike[0] !== first) continue;
    let kept = alike.filter((place) => measurements[place]?.on);
    for (;;) {
      const [worst] = kept
        .flatMap((place) => ({ place, miss: miss(place, kept) ?? NONE }))
        .sort((a, b) => b.miss.far - a.miss.far);
      if (!worst || worst.miss.far < ODD) break;
      odd.set(worst.place, worst.miss.said);
      kept = kept.filter((place) => place !== worst.place);
    }
    for (const place of alike.filter((each) => !measurements[each]?.on)) {
      const off = miss(place, kept);
      if (off && off.far >= ODD) odd.set(place, off.said);
    }
  }
  return odd;
}

const NONE = { far: 0, said: "" };

/** How far what a run measured is from what others say at most, and how that is said. */
function farthest(run: OwnMeasurement, others: Lookup, names: Names): typeof NONE {
  let most = NONE;
  for (const { row, predicted } of answerAll(rowsOf(run), others, names)) {
    const far = predicted === null ? 0 : Math.abs(Math.log(row.value / predicted));
    if (predicted === null || far <= most.far) continue;
    const label = METRIC_TEXT[row.metric].label;
    const said = `${label} is ×${decimals(row.value / predicted, 2)} of what the other measurements say: it may have run something else.`;
    most = { far, said };
  }
  return most;
}
