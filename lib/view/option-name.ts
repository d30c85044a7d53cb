import type { Estimate } from "@/lib/engine";
import { type FieldPath, fields } from "@/lib/scenario/fields";
import { planOf } from "@/lib/scenario/plan";
import { readNumber } from "@/lib/scenario/read-field";
import { grouped } from "@/lib/units";
import { moneyText } from "./currency";
import { inSentence } from "./in-sentence";

/** What a name may say of the option at a place; empty where there is nothing to say. */
type Part = (estimate: Estimate, index: number) => string;

/**
 * Names every option of a plan, no two alike: the accelerator and how many, and where others are on the same one, in
 * which model, format, layout, engine or price they differ; whatever else they differ in where that leaves two alike.
 */
export function optionNames(estimate: Estimate): string[] {
  const names = estimate.options.map(({ accelerator, option, figures }) => {
    const { tp, pp, dp, replicas = 1, prefillReplicas, instances = 1, neighbours } = option;
    const asked = replicas + prefillReplicas;
    const shared = neighbours === "others" ? asked / instances : Math.ceil(asked / instances);
    // What is paid for, as the engine counts it; where it refuses to count, the replicas that were asked for.
    const count = figures.acceleratorCount ?? (instances > 1 ? shared : tp * pp * dp * asked);
    // Places beside other models are parts of an accelerator: "3 × 1/7 A100".
    const parts = instances > 1 && neighbours === "others" ? instances : 1;
    const places = Math.round(count * parts);
    const each = parts > 1 ? `1/${parts} ${accelerator.name}` : accelerator.name;
    return places === 1 ? each : `${grouped(places)} × ${each}`;
  });
  // Whoever answers with another model is no like for like.
  add(model, [...names.keys()], false);
  const alike = (index: number) => names.filter((name) => name === names[index]).length > 1;
  for (const on of new Set(estimate.options.map(({ accelerator }) => accelerator.name))) {
    const rivals = [...names.keys()].filter((index) => estimate.options[index]?.accelerator.name === on);
    // A figure that one of them lacks tells nothing apart.
    for (const part of FIRST) add(part, rivals, true);
    add(drafting, rivals, false);
    for (const part of THEN) add(part, rivals.filter(alike), false);
  }
  return names.map((name, index) => (alike(index) ? `${name} (${index + 1})` : name));

  function add(part: Part, places: readonly number[], known: boolean) {
    const said = places.map((index) => part(estimate, index));
    if (new Set(known ? said.filter(Boolean) : said).size < 2) return;
    for (const [place, index] of places.entries()) if (said[place]) names[index] += `, ${said[place]}`;
  }
}

/** What the option says of a field, or all do: a choice's word, a format's letters, a number after its name. */
const wordOf =
  (key: string): Part =>
  ({ scenario }, index) => {
    const { workload, serving, finance, money, option } = planOf(scenario, index);
    const said: object = { ...workload, ...serving, ...finance, ...money, ...option };
    const value = (said as Record<string, string | number | undefined>)[key];
    const field = fields[`options.${key}` as FieldPath];
    if (value === undefined) return "";
    if (field.kind === "number") {
      const reading = readNumber(field, value);
      return `${inSentence(field.label)} ${reading.ok ? reading.understood : value}`;
    }
    if (field.kind === "choice") return field.choices.find((each) => each.value === value)?.label ?? "";
    if (field.of === "models") return scenario.custom?.models?.[value]?.name ?? String(value);
    return `${String(value).toUpperCase()}${key === "kvCache" ? " cache" : ""}`;
  };

/** How the model is divided; replicas for prompts as many as run, the others are what remains of the count. */
const layout: Part = ({ options }, index) => {
  const { option, operation } = options[index] ?? {};
  const { tp = 1, pp = 1, dp = 1, instances = 1, partition } = option ?? {};
  const prefillReplicas = operation?.patch.prefillReplicas ?? option?.prefillReplicas ?? 0;
  const split = [`TP ${tp}`, pp > 1 && `PP ${pp}`, dp > 1 && `DP ${dp}`].filter(Boolean).join(" × ");
  const shared = instances > 1 && `${instances} ${partition === "mig" ? "MIG instances" : "instances"} each`;
  return [split, shared, prefillReplicas > 0 && `${prefillReplicas} for prompts`].filter(Boolean).join(", ");
};

/** The model of its own, where it is another than the plan's. */
const model: Part = ({ options, scenario }, index) => {
  const { option, model: name } = options[index] ?? {};
  const id = option?.model;
  return id === undefined || id === scenario.workload.model
    ? ""
    : (name ?? scenario.custom?.models?.[id]?.name ?? id);
};

const price: Part = ({ options, scenario }, index) => {
  const { acceleratorPrice } = options[index]?.figures ?? {};
  return acceleratorPrice === undefined
    ? ""
    : `${moneyText(acceleratorPrice, "USD/h", scenario.currency).number}/h`;
};

/** What drafts for it; nothing where nothing does. */
const drafting: Part = (estimate, index) =>
  planOf(estimate.scenario, index).serving.speculation === "none"
    ? ""
    : wordOf("speculation")(estimate, index);

/** What changes how a chip serves is said of rivals on it though their counts tell them apart. */
const FIRST: readonly Part[] = [wordOf("weights"), layout, wordOf("engine"), wordOf("batching"), price];

const SAID =
  /^(accelerator|model|tp|pp|dp|instances|partition|prefillReplicas|replicas|weights|engine|batching|speculation)$/;

/** All else that an option may say for itself. */
const THEN: readonly Part[] = Object.keys(fields).flatMap((path) => {
  const [home, key = ""] = path.split(".");
  return home === "options" && !SAID.test(key) ? [wordOf(key)] : [];
});
