import type { Scenario } from "@/lib/scenario";
import { type Contender, cheapestContenders, type Findings, kindOf, type Proposal } from "./findings";
import type { Space } from "./space";

/** By judgement: accelerators with a format whose other splits are looked at, the cheapest first. */
const MOST = 12;

/** A proposal that is worth simulating only where means say that it is ranked before `below`. */
export interface Refinement {
  readonly proposal: Proposal;
  readonly below: number;
}

/**
 * The other splits of the cheapest ways. Ways come from points of a search, which are means at one load: of several layouts
 * another may be ahead once each has the load at which its percentiles keep the goals. Of an accelerator with a format none of whose
 * contenders keeps them, another split may too.
 */
export function otherSplits({ best }: Pick<Findings, "best">, { counts }: Space): Refinement[] {
  const ends = cheapestContenders(best.filter(({ way }) => way.keeps)).slice(0, MOST);
  const kept = new Set(ends.map(({ way }) => kindOf(way.option)));
  const last = ends.length < MOST ? Number.POSITIVE_INFINITY : (ends.at(-1)?.way.rank ?? 0);
  const missed = cheapestContenders(best.filter(({ way }) => !kept.has(kindOf(way.option)))).slice(0, MOST);
  return [
    ...ends.flatMap((each) => splitsOf(each, counts, each.way.rank)),
    ...missed.flatMap((each) => splitsOf(each, counts, last)),
  ];
}

function splitsOf({ point, way }: Contender, counts: readonly number[], below: number): Refinement[] {
  const { tp: now, pp, dp, ep } = way.option;
  return counts
    .filter((tp) => tp !== now || pp * dp > 1)
    .map((tp) => {
      const { batch: _, ...option } = point.option;
      return {
        below,
        proposal: { kept: point.kept, option: { ...option, tp, pp: 1, dp: 1, ep: ep > 1 ? tp : 1 } },
      };
    });
}

/**
 * The plan's own options that lie in the space, at its prices: what the board shows as keeping the goals is never dearer
 * than what a search says to be the cheapest.
 */
export function ownProposals({ options, serving }: Scenario, space: Space): Proposal[] {
  return options
    .filter((option) => {
      const { weights = serving.weights, kvCache = serving.kvCache, engine = serving.engine } = option;
      return (
        option.batch === undefined &&
        option.model === undefined &&
        space.weights.includes(weights) &&
        space.caches.includes(kvCache) &&
        space.engines.includes(engine) &&
        space.counts.includes(option.tp * option.pp * option.dp) &&
        space.candidates.some(
          ({ accelerator, pricePerHour, offer }) =>
            accelerator === option.accelerator &&
            pricePerHour === option.pricePerHour &&
            JSON.stringify(offer) === JSON.stringify(option.offer),
        )
      );
    })
    .map((option) => ({ option, kept: true }));
}
