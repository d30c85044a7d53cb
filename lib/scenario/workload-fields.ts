import { inForm, number, percent, requiredRecord } from "./field-kinds";

/** What is served and how long a request is, alike for every option. */
export const workloadFields = inForm("workload", {
  "workload.model": requiredRecord("models", "Model", "The model to serve.", "workload"),
  "workload.inputTokens": number("Input tokens", "tok", [1, 10_000_000], {
    scale: "log",
    default: 1000,
    // A mean is seldom a whole number: measured runs report 219.9.
    integer: false,
    swings: true,
    input: { id: "turnTokens" },
    help: "Mean length of a prompt, everything the model reads before it answers.",
  }),
  "workload.outputTokens": number("Output tokens", "tok", [1, 1_000_000], {
    scale: "log",
    default: 500,
    integer: false,
    swings: true,
    input: {},
    help: "Mean length of an answer, hidden reasoning included.",
  }),
  "workload.batch": number("Batch", "req", [1, 4096], {
    scale: "log",
    default: 16,
    when: "arrivingBatch",
    swings: true,
    help: "Requests in flight on one replica at a time. A larger batch costs less per token and answers slower.",
  }),
  "workload.cachedPrefix": percent("Cached prefix", [0, 0.99], {
    default: 0,
    form: "memory",
    swings: true,
    input: {},
    help: "Share of a prompt whose keys and values are already in the cache, such as a shared system prompt.",
  }),
});
