import { choice, inForm, number, percent } from "./field-kinds";

/** Which requests a goal is for. */
const at = (of: string, when: "ttft" | "tpot" | "answer") =>
  choice(
    `${of[0]?.toUpperCase()}${of.slice(1)} at`,
    `Whose ${of} the goal is for: the mean, or all but the slowest share of requests.`,
    "mean",
    {
      mean: "Mean",
      p50: "P50",
      p90: "P90",
      p95: "P95",
      p99: "P99",
    },
    { when },
  );

/** What every option must keep. A goal that is not set cannot be missed. */
export const goalFields = inForm("goals", {
  "goals.ttft": number("TTFT goal", "s", [0.001, 3600], {
    scale: "log",
    step: 0.001,
    when: "arriving",
    swings: true,
    help: "Time to first token that must hold.",
  }),
  "goals.ttftAt": at("TTFT", "ttft"),
  "goals.tpot": number("TPOT goal", "ms", [0.0001, 60], {
    scale: "log",
    step: 0.0001,
    stored: "s",
    when: "arriving",
    swings: true,
    help: "Time per output token that must hold.",
  }),
  "goals.tpotAt": at("TPOT", "tpot"),
  "goals.answer": number("Answer goal", "s", [0.001, 86_400], {
    scale: "log",
    step: 0.001,
    when: "arriving",
    swings: true,
    help: "Time of the whole answer, from the request to its last token, that must hold.",
  }),
  "goals.answerAt": at("answer", "answer"),
  "goals.accuracy": number("Accuracy floor", "%", [0.5, 1], {
    step: 0.001,
    stored: "1",
    help: "Share of the model's accuracy that a number format must keep in the worst of the published tests of it. A format that nobody published a test of is ruled out.",
  }),
  "goals.spare": number("Spare replicas", "1", [0, 1000], {
    default: 0,
    when: "asked",
    help: "Replicas beyond the need, so that as many may fail and the goals still hold: 1 is N+1.",
  }),
  "goals.headroom": percent("Headroom", [0, 0.9], {
    default: 0.15,
    when: "asked",
    swings: true,
    help: "Share of the capacity that stays free at the peak, for bursts that the arrivals do not tell of.",
  }),
});
