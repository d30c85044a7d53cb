import "server-only";
import { lookupFor } from "@/app/catalog-lookup";
import * as catalog from "@/lib/catalog";
import { parameters } from "@/lib/catalog/count/model";
import { type OwnLine, tryOwn } from "@/lib/claims/own";
import { type OwnText, readOwn } from "@/lib/claims/own-text";
import { defaultScenario } from "@/lib/scenario/presets";
import { decimalComma } from "@/lib/units";
import type { OwnNames } from "@/lib/view/claims-own";

export type OwnAnswer = { own: OwnText; names: OwnNames; lines: OwnLine[] };

/** By judgement: a size is meant by a model whose count is within a tenth of it. */
const NEAR = 1.1;
/** Whose model of a size is meant where no name is said, in this order. */
const USUAL_FAMILIES = ["meta-llama-3.1", "llama-2", "llama-3.2", "qwen3", "deepseek-v3", "gpt-3"] as const;
const USUAL = { model: "meta-llama-3.1-70b", accelerator: "nvidia-h100-sxm-80gb" };

/** Words of a name that tell it from others: those with a digit, or its last ones. */
const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => /\d/.test(word) && !/gb$/.test(word));

function acceleratorOf({ words }: OwnText) {
  const named = catalog
    .accelerators()
    .filter(({ name }) => wordsOf(name).some((word) => words.includes(word)))
    // Of one chip's editions the one in servers is meant, and of those what is sold.
    .sort((a, b) => rank(b.name) - rank(a.name));
  return named[0] ?? catalog.accelerator(USUAL.accelerator);
}
const rank = (name: string) => Number(/SXM/.test(name)) * 2 - Number(/NVL|PCIe/.test(name));

function modelOf({ words, size }: OwnText) {
  const line = words.join(" ");
  const spelled = (name: string) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}.]+/u)
      .join(" ");
  const named = catalog.models().filter(({ name }) => line.includes(spelled(name)));
  if (named[0])
    return named.reduce((longest, each) => (each.name.length > longest.name.length ? each : longest));
  if (size === undefined) return catalog.model(USUAL.model);
  const off = (model: (typeof named)[number]) => Math.abs(Math.log(parameters(model).total / (size * 1e9)));
  const near = catalog.models().filter((model) => off(model) <= Math.log(NEAR));
  const usual = USUAL_FAMILIES.map((start) => near.find(({ id }) => id.startsWith(start))).find(Boolean);
  return usual ?? near[0] ?? catalog.models().reduce((best, each) => (off(each) < off(best) ? each : best));
}

/** Numbers that are written 1.000 or 0,02 as 1,000 and 0.02; a version such as 3.1 is none of them. */
const withPoints = (text: string) =>
  text.replace(/\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+/g, (number) =>
    number.replace(/[.,]/g, (mark) => (mark === "." ? "," : ".")),
  );

/** What the engine says of a claim that a person typed; undefined where it is none that can be read. */
export function answerOwn(text: string): OwnAnswer | undefined {
  const own = readOwn(decimalComma() ? withPoints(text) : text);
  const [model, accelerator] = own ? [modelOf(own), acceleratorOf(own)] : [];
  if (!own || !model || !accelerator) return undefined;
  const { active, total } = parameters(model);
  const served = { model: model.id, accelerator: accelerator.id, activeShare: active / total };
  const lines = tryOwn(own, served, lookupFor(defaultScenario));
  return { own, names: { model: model.name, accelerator: accelerator.name }, lines };
}
