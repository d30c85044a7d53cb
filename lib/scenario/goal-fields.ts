import { choice, number } from "./field-kinds";

/** Which requests a goal is for. */
const at = (of: string) =>
  choice(
    `${of} at`,
    `Whose ${of} the goal is for: the mean, or all but the slowest share of requests.`,
    "mean",
    [
      { value: "mean", label: "Mean" },
      { value: "p50", label: "P50" },
      { value: "p90", label: "P90" },
      { value: "p95", label: "P95" },
      { value: "p99", label: "P99" },
    ],
  );

/** What every option must keep. A goal that is not set cannot be missed. */
export const goalFields = {
  "goals.ttft": number("TTFT goal", "s", [0.001, 3600], {
    step: 0.001,
    integer: false,
    help: "Time to first token that must hold.",
  }),
  "goals.ttftAt": at("TTFT"),
  "goals.tpot": number("TPOT goal", "ms", [0.0001, 60], {
    step: 0.0001,
    stored: "s",
    integer: false,
    help: "Time per output token that must hold.",
  }),
  "goals.tpotAt": at("TPOT"),
  "goals.answer": number("Answer goal", "s", [0.001, 86_400], {
    step: 0.001,
    integer: false,
    help: "Time of the whole answer, from the request to its last token, that must hold.",
  }),
  "goals.answerAt": at("answer"),
  "goals.accuracy": number("Accuracy floor", "%", [0.5, 1], {
    step: 0.001,
    scale: "linear",
    stored: "1",
    integer: false,
    empty: "none",
    help: "Share of the model's accuracy that a number format must keep in the worst of the published tests of it. A format that nobody published a test of is ruled out.",
  }),
  "goals.spare": number("Spare replicas", "1", [0, 1000], {
    default: 0,
    scale: "linear",
    help: "Replicas beyond the need, so that as many may fail and the goals still hold: 1 is N+1.",
  }),
  "goals.headroom": number("Headroom", "%", [0, 0.9], {
    default: 0.15,
    step: 0.01,
    scale: "linear",
    stored: "1",
    tab: "advanced",
    help: "Share of the capacity that stays free at the peak, for bursts that the arrivals do not tell of.",
  }),
} as const;
