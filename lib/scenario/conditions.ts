import type { Condition, Field } from "./field-kinds";
import { type FieldPath, fields } from "./fields";
import type { SharedPath } from "./plan";
import type { Goals, Scenario } from "./schema";

/** What conditions are read from: of a scenario, or of one plan. */
type Said = Pick<Scenario, "traffic" | "goals" | "serving">;
/** The setting that decides, and whether what depends on it means something. */
type Rule = readonly [by: SharedPath, holds: (said: Said) => boolean];

const load = (kind: Scenario["traffic"]["load"]): Rule => [
  "traffic.load",
  ({ traffic }) => traffic.load === kind,
];
const arriving = ({ serving }: Said) => serving.batching !== "offline";
const asked = ({ traffic }: Said) => traffic.load !== "batch";
/** A percentile is of a goal that is set. */
const percentile = (goal: "ttft" | "tpot" | "answer"): Rule => [
  `goals.${goal}`,
  (said) => arriving(said) && (said.goals as Goals)[goal] !== undefined,
];

/** Settings that mean nothing until another one is chosen, by the name that their rows call it. */
export const conditions: Readonly<Record<Condition, Rule>> = {
  // An offline run takes as many requests together as fit, and nobody waits for a first token.
  arriving: ["serving.batching", arriving],
  /** The load is said in people's words, and each option's operating point follows from it. */
  asked: ["traffic.load", asked],
  batch: load("batch"),
  arrivingBatch: ["traffic.load", (said) => arriving(said) && !asked(said)],
  users: load("users"),
  rate: load("rate"),
  requests: load("requests"),
  tokens: load("tokens"),
  /** Replicas follow the load of the day. */
  scales: [
    "traffic.scaleTarget",
    (said) => asked(said) && (said.traffic.scaleTarget ?? said.traffic.scaleWait) !== undefined,
  ],
  ttft: percentile("ttft"),
  tpot: percentile("tpot"),
  answer: percentile("answer"),
  dynamic: ["serving.batching", ({ serving }) => serving.batching === "dynamic"],
  adapted: ["serving.adapters", ({ serving }) => serving.adapters !== undefined],
  drafted: ["serving.speculation", ({ serving }) => serving.speculation !== "none"],
  draft: ["serving.speculation", ({ serving }) => serving.speculation === "draft"],
};

/** Whether a setting has any effect in this scenario, and so a place in its form and among its assumptions. */
export function isMeaningful(path: FieldPath, scenario: Said): boolean {
  const { when }: Field = fields[path];
  return when === undefined || conditions[when][1](scenario);
}
