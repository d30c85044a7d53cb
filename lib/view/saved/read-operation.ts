import type { Goal, Missing, Percentiles, Sized, Statistic, Timed } from "@/lib/engine";
import { all, finite, listOf, member, oneOf, type Reader, recordOf } from "./readers";

type Estimated = Percentiles[Timed][Statistic];

const of = oneOf<Goal["of"]>({ ttft: true, tpot: true, answer: true });
const missedOf = oneOf<Missing["of"]>({ ttft: true, tpot: true, answer: true, rate: true });
const at = oneOf<Statistic>({ mean: true, p50: true, p90: true, p95: true, p99: true });
const pinned = oneOf<Sized["pinned"][number]>({ batch: true, replicas: true });

const estimated = all<Estimated>({ value: finite, error: finite });
const statistics = all<Percentiles[Timed]>({
  mean: estimated,
  p50: estimated,
  p90: estimated,
  p95: estimated,
  p99: estimated,
});
const percentiles = all<Percentiles>({
  ttft: statistics,
  tpot: statistics,
  answer: statistics,
  queue: statistics,
});
const demand = all<NonNullable<Sized["demand"]>>({ peak: finite, mean: finite });
const rates = all<Pick<Sized, "replicas" | "rate" | "goodRate" | "mostRate">>({
  replicas: finite,
  rate: finite,
  goodRate: finite,
  mostRate: finite,
});

/** The operating point that a plan was saved with; undefined where it cannot be read. */
export const readOperation: Reader<Sized> = (value) => {
  const found = rates(value);
  if (!found) return undefined;
  const asked = demand(member(value, "demand"));
  const times = percentiles(member(value, "percentiles"));
  const need = finite(member(value, "need"));
  const node = finite(member(value, "node"));
  const missing = listOf(all<Missing>({ of: missedOf, at, most: finite, reached: finite, times: finite }));
  return {
    ...found,
    patch: recordOf(finite)(member(value, "patch")),
    pinned: listOf(pinned)(member(value, "pinned")),
    ...(asked ? { demand: asked } : {}),
    ...(need === undefined || node === undefined ? {} : { need, node }),
    ...(times ? { percentiles: times } : {}),
    goals: listOf(all<Goal>({ of, at, most: finite }))(member(value, "goals")),
    missing: missing(member(value, "missing")),
    keeps: member(value, "keeps") === true,
  };
};
