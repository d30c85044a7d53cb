import { applyLoad } from "../bind";
import { load } from "../feasibility";
import { quantityOf } from "../figures";
import { withTraffic } from "../load";
import { waitNote } from "../notes";
import { partFor } from "../quantities";
import { settle } from "../search/steady-state";
import { isRefused } from "../verdict";
import type { Exploration } from "./exploration";
import type { Configuration } from "./findings";
import type { Prospect } from "./prospects";

const WANTED = (["ttft", "tpot", "requestLatency", "costPerToken", "outputRate", "requestRate"] as const).map(
  quantityOf,
);

/** A configuration that was evaluated, with the requests per second of its replica. */
interface Evaluated {
  readonly point: Configuration;
  readonly requestRate: number;
}

/** A plan that is laid out once and evaluated at batches as they are asked for. */
export interface Laid {
  readonly at: (index: number) => Evaluated;
}

export function layOut(question: Exploration, { option, accelerators, batches }: Prospect): Laid {
  const bound = load(question.plan(option), question.lookup, undefined, partFor(WANTED));
  if (isRefused(bound)) throw new Error(`a layout that runs is refused: ${bound.message}`);
  const { image, deployment } = bound;
  const sound = !deployment.notes.some(({ severity }) => severity === "serious");
  const known: Evaluated[] = [];
  const evaluate = (batch: number): Evaluated => {
    settle(applyLoad(bound, withTraffic(bound.load, { batch })));
    const [ttft = 0, tpot = 0, answer = 0, cost = 0, outputRate = 0, requestRate = 0] = WANTED.map((each) =>
      image.value(each),
    );
    const times = { ttft, tpot, answer };
    const kept = sound && !question.misses(times) && waitNote(ttft).length === 0;
    const throughput = outputRate / accelerators;
    return {
      point: { option: question.atBatch(option, batch), ...times, cost, throughput, kept },
      requestRate,
    };
  };
  return {
    at: (index) => {
      const found = known[index] ?? evaluate(batches[index] as number);
      known[index] = found;
      return found;
    },
  };
}
