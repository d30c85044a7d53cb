import { answerOption, type Lookup } from "@/lib/engine";
import { rankedBy } from "@/lib/engine/ranking";
import { applyOptionPatch, type OptionPatch } from "@/lib/scenario/patch";
import { planOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";
import { type Goal, goalsMissed, goalText, isAsked, meanFigure, statisticOf, timeOf } from "../goals";
import { lossText } from "../levers/rows";
import { changeText } from "../percent";

/** What a change is judged by: what options are ranked by, or the time of the goal that is missed most. */
export type AdviceAim = "cost" | Goal;

/**
 * A change to one option, in words and as one click; what becomes of what it is judged by, and of a month and of a token, as
 * fractions. What is not known is not a number.
 */
export type Advice = { label: string; patch: OptionPatch; change: number; month: number; token: number };

/** What is changed: of several formats or engines the best is proposed. */
const kindOf = (patch: OptionPatch) => Object.keys(patch).join();

/** Changes smaller than this are no advice. */
const WORTH = 0.02;
/** As many as a person weighs. */
const MOST = 3;

/** Formats that are proposed for weights, wide before narrow. */
const NARROWER = ["fp8", "int8", "nvfp4", "int4-awq-g128"];

/** A format as a change, with what published tests of it kept. */
function formatChange(id: string, lookup: Lookup): { label: string; patch: OptionPatch }[] {
  const format = lookup.format(id);
  if (!format) return [];
  const { name, loss } = format;
  return [
    { label: `${name} weights, ${loss ? lossText(loss) : "accuracy not published"}`, patch: { weights: id } },
  ];
}

/** Changes that many plans leave open. What a format costs in accuracy only a test of one's own shows. */
function changesOf(
  scenario: Scenario,
  index: number,
  lookup: Lookup,
): { label: string; patch: OptionPatch }[] {
  const { serving, option } = planOf(scenario, index);
  const { tp } = option;
  return [
    ...NARROWER.flatMap((id) => formatChange(id, lookup)),
    { label: "Paged cache", patch: { cachePaging: "paged" as const } },
    { label: "FP8 KV cache", patch: { kvCache: "fp8" } },
    { label: `Split over ${2 * tp}`, patch: { tp: 2 * tp } },
    { label: `Split over ${tp / 2}`, patch: { tp: tp / 2 } },
    { label: "Continuous batching", patch: { batching: "continuous" as const } },
    { label: "SGLang as the engine", patch: { engine: "sglang" as const } },
    { label: "vLLM as the engine", patch: { engine: "vllm" as const } },
    { label: "TensorRT-LLM as the engine", patch: { engine: "trtllm" as const } },
    { label: "EAGLE drafting", patch: { speculation: "eagle" as const } },
    { label: "No drafting", patch: { speculation: "none" as const } },
    { label: "95 % of the memory", patch: { memoryFraction: 0.95 } },
  ].filter(({ patch }) => {
    const [[key = "", value] = []] = Object.entries(patch);
    const now = (key === "tp" ? option : serving)[key as never];
    return value !== now && (key !== "tp" || [1, 2, 4, 8, 16].includes(Number(value)));
  });
}

/**
 * The changes that would do most for one option, the best first: each finds its own operating point and is judged there as
 * the board judges it, by simulated percentiles, or by means where `simulate` is false. What saves money must not
 * cost a goal that is kept. Empty where nothing is worth it or the option cannot run.
 */
export function adviceOf(
  scenario: Scenario,
  index: number,
  aim: AdviceAim,
  lookup: Lookup,
  sizing: { simulate?: boolean } = {},
): Advice[] {
  const answered = (asked: Scenario) => {
    const option = answerOption(asked, index, lookup, sizing);
    // By means where nothing was simulated: what an operating point misses it says itself.
    const keeps = option.operation?.keeps ?? goalsMissed(option, asked).length === 0;
    const { costPerToken, monthlyCost } = option.figures;
    const value =
      aim === "cost"
        ? option.figures[rankedBy(asked)]
        : (timeOf(option, aim, statisticOf(asked, aim)) ?? option.figures[meanFigure[aim]]);
    // A stack that is not made for the accelerator runs on assumptions, which are no reason to choose it.
    const sound = !option.notes.some(({ code }) => code === "foreign-stack");
    return { value, keeps, sound, month: monthlyCost, token: costPerToken };
  };
  const now = answered(scenario);
  if (!now.value || !Number.isFinite(now.value)) return [];
  const least = now.value;
  return changesOf(scenario, index, lookup)
    .flatMap(({ label, patch }): Advice[] => {
      const {
        value = Number.NaN,
        keeps,
        sound,
        ...costs
      } = answered(applyOptionPatch(scenario, index, patch));
      const change = sound ? value / least - 1 : Number.NaN;
      const over = (of: "month" | "token") => (costs[of] ?? Number.NaN) / (now[of] ?? Number.NaN) - 1;
      const costsGoal = aim === "cost" && now.keeps && !keeps;
      return change < -WORTH && !costsGoal
        ? [{ label, patch, change, month: over("month"), token: over("token") }]
        : [];
    })
    .sort((a, b) => a.change - b.change)
    .filter(
      ({ patch }, place, all) => all.findIndex((other) => kindOf(other.patch) === kindOf(patch)) === place,
    )
    .slice(0, MOST);
}

/** By judgement: a cost that moves less than this is as it was. */
const SAME = 0.005;

/**
 * What a change does: "−12 % a month", and beside it what it costs otherwise: "−20 % for TTFT, +31 % a month". Where users ask,
 * a month and a token may move apart, and why is said.
 */
export function adviceText({ change, month, token }: Advice, aim: AdviceAim, scenario: Scenario): string {
  if (aim !== "cost") {
    const dearer = month > SAME ? `, ${changeText(month)} a month` : "";
    return `${changeText(change)} for ${goalText(aim, statisticOf(scenario, aim))}${dearer}`;
  }
  if (!isAsked(scenario)) return `${changeText(change)} a token`;
  const apart =
    token > SAME ? `, ${changeText(token)} a token: slower answers let the same users ask less` : "";
  return `${changeText(change)} a month${apart}`;
}
