import type { Format, Loss, Model } from "@/lib/catalog/schema";
import { releasedFormat } from "@/lib/scenario/plan";
import { type Infeasible, refuse } from "./verdict";

/** By definition: a checkpoint served in the very format that its makers released loses nothing of itself. */
const NOTHING = { low: 0, high: 0 };

/** What of an accuracy is lost, as fractions of it, from the best to the worst of the published tests. */
export type Losses = Pick<Loss, "low" | "high">;

/** What serving a model's weights in this format loses by published tests; undefined where nobody published one. */
export const weightsLoss = (model: Model, format: Format): Losses | undefined =>
  format.id === releasedFormat(model) ? NOTHING : format.loss;

/** The same of a cache of keys and values in this format. */
export const cacheLoss = ({ cacheAsReleased }: Model, format: Format): Losses | undefined =>
  format.id === cacheAsReleased ? NOTHING : format.cacheLoss;

/** By definition of a per cent, in which accuracies are said. */
const HUNDREDTHS = 100;
/** By judgement: digits that tell a worst test from its floor. */
const DIGITS = 4;
const said = (share: number) => `${Number((HUNDREDTHS * share).toPrecision(DIGITS))} %`;

/**
 * Why formats do not keep an accuracy floor: the worst published test of the weights' format and of the cache's,
 * together, keeps less, or one of them was never tested. Undefined where they keep it, or where there is no floor.
 */
export function belowFloor(
  floor: number | undefined,
  model: Model,
  weights: Format,
  cache: Format,
): Infeasible | undefined {
  if (floor === undefined) return undefined;
  const losses = [
    { format: weights, what: "weights", path: "weights", loss: weightsLoss(model, weights) },
    { format: cache, what: "a KV cache", path: "kvCache", loss: cacheLoss(model, cache) },
  ];
  const unknown = losses.find(({ loss }) => !loss);
  if (unknown) {
    const { format, what, path } = unknown;
    return refuse(
      "accuracy",
      `No published test says what ${format.name} ${what} lose of the accuracy`,
      path,
    );
  }
  const kept = losses.reduce((share, { loss }) => share * (1 - (loss?.high ?? 0)), 1);
  if (kept >= floor) return undefined;
  const worst = losses.reduce((a, b) => ((a.loss?.high ?? 0) >= (b.loss?.high ?? 0) ? a : b));
  return refuse(
    "accuracy",
    `${worst.format.name} ${worst.what} keep ${said(kept)} of the accuracy in the worst published test, under the floor of ${said(floor)}`,
    worst.path,
  );
}
