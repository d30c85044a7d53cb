import { isMeaningful } from "@/lib/scenario/conditions";
import { type FieldPath, fields } from "@/lib/scenario/fields";
import type { Scenario } from "@/lib/scenario/schema";
import { grouped } from "@/lib/units";
import { goalIds, goalText, statisticOf } from "../goals";
import { inSentence } from "../in-sentence";
import { valueText } from "../value-text";

/** A part of the question that a person may change in a small form of its own. */
export type QuestionPart = "model" | "traffic" | "lengths" | "goals" | "money";

/** The sentence: `lead` are the words before a part, `text` is what the part says now. */
export type QuestionSentence = readonly { part: QuestionPart; lead: string; text: string }[];

/** What each part's form asks, in the order to fill it in. */
const PATHS: Record<QuestionPart, readonly string[]> = {
  model: ["workload.model", "serving.weights", "serving.kvCache"],
  traffic: ["traffic.", "workload.batch"],
  lengths: [
    "workload.inputTokens",
    "workload.outputTokens",
    "workload.inputSpread",
    "workload.outputSpread",
    "workload.longestInput",
    "workload.longestOutput",
    "workload.cachedPrefix",
  ],
  goals: ["goals."],
  money: ["finance."],
};

/** The fields of a part's form that mean something in this scenario. */
export const questionPaths = (part: QuestionPart, scenario: Scenario): FieldPath[] =>
  PATHS[part].flatMap((start) =>
    (Object.keys(fields) as FieldPath[]).filter(
      (path) =>
        (start.endsWith(".") ? path.startsWith(start) : path === start) && isMeaningful(path, scenario),
    ),
  );

const asTyped = (path: FieldPath, value: number) => valueText(path, value, String);
const whole = (value: number) => grouped(Math.round(value));

/** The question as one readable sentence. `nameOf` gives the name of a record's id. */
export function questionSentence(scenario: Scenario, nameOf: (id: string) => string): QuestionSentence {
  const { workload, finance } = scenario;
  const hardware = fields["finance.hardware"].choices.find(({ value }) => value === finance.hardware);
  const paid = finance.hardware === "rented" ? "rented" : inSentence(hardware?.label ?? "");
  return [
    { part: "model", lead: "Serve", text: nameOf(workload.model) },
    { part: "traffic", ...trafficText(scenario) },
    {
      part: "lengths",
      lead: "·",
      text: `${tokens(workload.inputTokens)} → ${tokens(workload.outputTokens)} tok`,
    },
    { part: "goals", lead: "·", text: goalsText(scenario) },
    { part: "money", lead: "·", text: `${paid}, ${nameOf(finance.place)}` },
  ];
}

/** The same as one text, for paper, files and whoever only reads it. */
export const questionText = (scenario: Scenario, nameOf: (id: string) => string): string =>
  `${questionSentence(scenario, nameOf)
    .map(({ lead, text }) => `${lead} ${text}`)
    .join(" ")}.`;

/** "1,000", "2.5M". */
const tokens = (value: number) => (value >= 1e6 ? `${Number((value / 1e6).toPrecision(4))}M` : whole(value));

function trafficText({ traffic, workload, serving, options }: Scenario): { lead: string; text: string } {
  switch (traffic.load) {
    case "users":
      return { lead: "to", text: `${whole(traffic.users)} ${traffic.users === 1 ? "user" : "users"}` };
    case "rate":
      return { lead: "at", text: asTyped("traffic.requestRate", traffic.requestRate) };
    case "requests":
      return { lead: "with", text: `${whole(traffic.requestsPerDay)} requests a day` };
    case "tokens":
      return { lead: "with", text: `${tokens(traffic.tokensPerDay)} tokens a day` };
    case "batch":
      return serving.batching === "offline"
        ? { lead: "in", text: "full batches, offline" }
        : {
            lead: "in",
            // An option may have a batch of its own.
            text: `batches of ${[...new Set(options.map(({ batch = workload.batch }) => whole(batch)))].join(", ")}`,
          };
  }
}

function goalsText(scenario: Scenario): string {
  const said = goalIds.flatMap((goal) => {
    const limit = scenario.goals[goal];
    if (limit === undefined || !isMeaningful(`goals.${goal}`, scenario)) return [];
    const at = statisticOf(scenario, goal);
    const name = goalText(goal, at);
    return [`${name} ≤ ${asTyped(`goals.${goal}`, limit)}`];
  });
  const { spare, accuracy } = scenario.goals;
  const exact = accuracy === undefined ? [] : [`accuracy ≥ ${asTyped("goals.accuracy", accuracy)}`];
  const failing = spare > 0 && isMeaningful("goals.spare", scenario) ? [`N+${spare}`] : [];
  const all = [...said, ...exact, ...failing];
  return all.length > 0 ? all.join(", ") : "no goals";
}
