import { waitNote } from "../notes";
import { goalsOf, isSimulated, missed } from "../search/goals";
import { sized } from "../search/sizing";
import { isRefused } from "../verdict";
import type { Exploration } from "./exploration";
import type { Configuration, Findings, Fronts, OnFront } from "./findings";
import { onSpeed, onStart } from "./findings";
import { figuresOf, settledAs } from "./ways";

/**
 * The configuration as the option that it becomes when a person takes it: pinned at its batch, with as many replicas as
 * that needs, its percentiles simulated, and with the figures and the verdict that the answer then has. Undefined where
 * it cannot run.
 */
export function judged(question: Exploration, point: Configuration): Configuration | undefined {
  const { scenario, lookup } = question;
  const option = { ...point.option, batch: point.option.batch ?? scenario.workload.batch };
  const plan = question.plan(option);
  const found = sized(plan, lookup, { simulate: true });
  const settled = isRefused(found) ? undefined : settledAs(question, { ...option, ...found.patch });
  if (isRefused(found) || !settled) return undefined;
  const figures = figuresOf(settled);
  const { ttft, tpot, requestLatency: answer, acceleratorCount } = figures;
  const means = { ttft, tpot, answer };
  // A batch under goals for means is not simulated in the answer either.
  const answered = isSimulated(plan);
  const keeps = answered ? found.keeps : missed(goalsOf(scenario), ({ of }) => means[of]).length === 0;
  const first = answered ? (found.percentiles?.ttft.mean.value ?? ttft) : ttft;
  const sound = !settled.deployment.notes.some(({ severity }) => severity === "serious");
  return {
    option,
    ...means,
    cost: figures.costPerToken,
    throughput: figures.outputRate / acceleratorCount,
    kept: sound && waitNote(first).length === 0 && keeps,
    judged: true,
  };
}

/** The points of both fronts, each once: those first that keep the goals so far, which are looked at first. */
export const pointsOf = ({ speed, start }: Fronts): Configuration[] =>
  [...new Set([...speed, ...start].map(({ point }) => point))].sort(
    (a, b) => Number(b.kept) - Number(a.kept),
  );

/** What was found, with points of its fronts replaced by what they are when they are taken; what cannot run is left out. */
export function withJudged(
  found: Findings,
  known: ReadonlyMap<Configuration, Configuration | undefined>,
): Findings {
  const replaced = (front: readonly OnFront[], placed: (point: Configuration) => OnFront) =>
    front.flatMap((each) => {
      if (!known.has(each.point)) return [each];
      const now = known.get(each.point);
      return now ? [placed(now)] : [];
    });
  const { speed, start } = found.fronts;
  return { ...found, fronts: { speed: replaced(speed, onSpeed), start: replaced(start, onStart) } };
}
