import type { Model } from "@/lib/catalog/schema";
import { saidAt } from "@/lib/scenario/plan";
import { applyLoad, bind, type Loaded } from "../bind";
import type { Deployment, Lookup } from "../deployment";
import { targetStepTime } from "../formulas/decode";
import { rankCapacity, weightBytes } from "../formulas/memory";
import * as q from "../inputs";
import { type Drafting, NO_DRAFTING } from "../load";
import { plain } from "../made";
import { UnknownRecord } from "../resolve";
import { isRefused, type Result, refuse } from "../verdict";

/** By judgement: batch at which the growth of a drafting pass is measured, where memory allows. */
const MANY = 64;

/**
 * How a deployment drafts tokens. A pass of the drafting model or layer is timed at one sequence
 * and at many, and taken as linear between; its cache is not counted, and its host time is the target's.
 */
export function draftingOf(deployment: Deployment, lookup: Lookup): Result<Drafting> {
  const { speculation, draftTokens: tokens, acceptance } = deployment.plan.serving;
  if (speculation === "none") return NO_DRAFTING;
  const drafting = { tokens, acceptance, passes: tokens };
  const drafter = drafterOf(deployment, lookup);
  if (isRefused(drafter)) return drafter;
  const plan = boundDrafter(drafter, deployment);
  const most = Math.max(2, Math.min(MANY, plan.image.value(rankCapacity)));
  const [one, many] = [passAt(plan, 1), passAt(plan, most)];
  const perSequence = Math.max(0, (many - one) / (most - 1));
  const stored = plan.image.value(weightBytes);
  const bytes = speculation === "draft" ? stored : stored - vocabularyBytes(deployment);
  return {
    ...drafting,
    base: one - perSequence,
    perSequence,
    bytes: speculation === "medusa" ? stored * tokens : bytes,
  };
}

/** The model that a drafting pass runs: a model of its own, one layer of the target, or a head alone. */
function drafterOf({ plan, model: target }: Deployment, lookup: Lookup): Result<Model> {
  const { speculation, draftModel } = plan.serving;
  if (speculation === "medusa") return headOf(target);
  if (speculation !== "draft") {
    const layer = target.prediction?.[0] ?? target.layers.at(-1);
    if (speculation === "mtp" && !target.prediction)
      return refuse("format", `${target.name} has no layers that predict further tokens`, "speculation");
    return { ...headOf(target), layers: layer ? [{ ...layer, count: 1 }] : [] };
  }
  const found = draftModel === undefined ? undefined : lookup.model(draftModel);
  if (!found && draftModel !== undefined)
    throw new UnknownRecord(saidAt(plan, "serving.draftModel"), "model", draftModel);
  if (!found) return refuse("unknown", "Speculative decoding needs the name of a draft model", "draftModel");
  return found;
}

/** What drafts, laid out like the target, with prompts riding on decode steps. */
function boundDrafter(model: Model, deployment: Deployment): Loaded {
  const paid = plain(0, "the target's step pays it");
  const stack = { ...deployment.stack, hostTime: paid, sequenceTime: paid };
  const serving = { ...deployment.plan.serving, batching: "continuous" as const };
  const plan = { ...deployment.plan, serving };
  return applyLoad(bind({ ...deployment, plan, model, stack }), { plan, drafting: NO_DRAFTING });
}

function passAt({ image }: Loaded, batch: number): number {
  image.set(q.rankBatch, batch);
  image.run(2);
  return image.value(targetStepTime);
}

/** What the target itself already stores of a one-layer drafter: the head. */
function vocabularyBytes(deployment: Deployment): number {
  return boundDrafter(headOf(deployment.model), deployment).image.value(weightBytes);
}

/** A model's head and nothing else of it. */
function headOf({ encoder: _, layerInputs: __, extra: ___, extraNote: ____, ...model }: Model): Model {
  return { ...model, layers: [], tiedEmbeddings: true };
}
