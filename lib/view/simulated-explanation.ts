import { type Estimate, type Explanation, type ExplanationInput, quantities } from "@/lib/engine";
import { type Goal, meanFigure, type Statistic } from "./goals";
import { inSentence } from "./in-sentence";
import { simulatedInterval, simulatedOf } from "./simulated-range";
import { simulatedText } from "./simulated-time";

const ADDRESS = /^simulated\.(ttft|tpot|answer)\.(mean|p50|p90|p95|p99)$/;

/** Figures that say what is simulated: how many replicas there are, and how many requests are in flight on each. */
const LOAD = ["replicas", "concurrency"] as const;

/**
 * How a simulated time came about: of which requests it is, and which formulas time their steps; the benchmark's figure of
 * the same time is among them, with a line why the two differ. Undefined for an address of no such time.
 */
export function explainSimulated(
  estimate: Estimate,
  option: number,
  address: string,
  explain: (address: string) => Explanation | undefined,
) {
  const [, goal, at] = (ADDRESS.exec(address) ?? []) as [string?, Goal?, Statistic?];
  const answered = estimate.options[option];
  const range = goal && at && answered ? simulatedInterval(answered, goal, at) : null;
  if (!goal || !at || !answered || !range) return undefined;
  const inputs = [...LOAD, meanFigure[goal], "mixedStepTime", "decodeStepTime"].flatMap(
    (id): ExplanationInput[] => {
      const found = quantities.has(id) ? explain(id) : undefined;
      return found ? [found] : [];
    },
  );
  const explanation: Explanation = {
    id: address,
    address,
    label: `${simulatedText(goal, at)}, ${inSentence(simulatedOf(estimate, answered))}`,
    value: range.value,
    unit: goal === "tpot" ? "s/tok" : "s",
    origin: { kind: "simulated", text: answered.operation?.demand ? `${COME} ${APART}` : `${ASK} ${APART}` },
    text: "",
    substituted: "",
    tex: "",
    inputs,
  };
  return { explanation, range };
}

const COME =
  "Simulated event by event: requests of drawn lengths come to one replica at drawn times, the server's scheduler makes steps of them, and the formulas time each step.";
const ASK =
  "Simulated event by event: people who start one after another ask a replica again as soon as they are answered, with drawn lengths; the server's scheduler makes steps of it, and the formulas time each step.";
const APART =
  "A benchmark differs: its clients start together and ask again at once, so that their prompts come in bunches and wait for one another.";
