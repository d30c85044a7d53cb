import type { Model } from "@/lib/catalog/schema";
import type { Scenario } from "@/lib/scenario";
import { bindPlan, type Drafting, loadOf, NO_DRAFTING, type Plan, type Terms } from "../bind";
import type { Deployment, Lookup } from "../deployment";
import { targetStepTime } from "../formulas/decode";
import { rankCapacity, weightBytes } from "../formulas/memory";
import * as q from "../inputs";
import { UnknownRecord } from "../resolve";
import { Refusal, refuse } from "../verdict";
import { applyLoad } from "./steady-state";

/** Batch at which the growth of a drafting pass is measured, where memory allows. */
const MANY = 64;

/**
 * How the scenario drafts tokens on this deployment. A pass of the drafting model or layer is timed at one sequence
 * and at many, and taken as linear between; its cache is not counted, and its host time is the target's.
 */
export function draftingOf(
  scenario: Scenario,
  deployment: Deployment,
  terms: Terms,
  lookup: Lookup,
): Drafting {
  const { speculation, draftTokens: tokens, acceptance } = scenario.serving;
  if (speculation === "none") return NO_DRAFTING;
  const drafting = { tokens, acceptance, passes: tokens };
  const plan = draftPlan(drafterOf(scenario, deployment.model, lookup), scenario, deployment, terms);
  const most = Math.max(2, Math.min(MANY, plan.image.value(rankCapacity)));
  const [one, many] = [passAt(plan, 1), passAt(plan, most)];
  const perSequence = Math.max(0, (many - one) / (most - 1));
  const stored = plan.image.value(weightBytes);
  const bytes = speculation === "draft" ? stored : stored - vocabularyBytes(scenario, deployment, terms);
  return {
    ...drafting,
    base: one - perSequence,
    perSequence,
    bytes: speculation === "medusa" ? stored * tokens : bytes,
  };
}

/** The model that a drafting pass runs: a model of its own, one layer of the target, or a head alone. */
function drafterOf({ serving }: Scenario, target: Model, lookup: Lookup): Model {
  const { speculation, draftModel } = serving;
  if (speculation === "medusa") return { ...target, layers: [], tiedEmbeddings: true };
  if (speculation !== "draft") {
    const layer = target.prediction?.[0] ?? target.layers.at(-1);
    if (speculation === "mtp" && !target.prediction)
      throw new Refusal(
        refuse("format", `${target.name} has no layers that predict further tokens`, "speculation"),
      );
    return { ...target, tiedEmbeddings: true, layers: layer ? [{ ...layer, count: 1 }] : [] };
  }
  const found = draftModel === undefined ? undefined : lookup.model(draftModel);
  if (!found && draftModel !== undefined) throw new UnknownRecord("serving.draftModel", "model", draftModel);
  if (!found)
    throw new Refusal(
      refuse("unknown", "Speculative decoding needs the name of a draft model", "draftModel"),
    );
  return found;
}

function draftPlan(model: Model, scenario: Scenario, deployment: Deployment, terms: Terms): Plan {
  const stack = { ...deployment.stack, hostTime: 0, sequenceTime: 0 };
  const plan = bindPlan({ ...deployment, model, stack }, terms);
  applyLoad(plan, { ...loadOf(scenario), batching: "continuous" });
  return plan;
}

function passAt({ image }: Plan, batch: number): number {
  image.set(q.rankBatch, batch);
  image.run(2);
  return image.value(targetStepTime);
}

/** What the target itself already stores of a one-layer drafter: the head. */
function vocabularyBytes(scenario: Scenario, deployment: Deployment, terms: Terms): number {
  const head = { ...deployment.model, layers: [], tiedEmbeddings: true };
  return draftPlan(head, scenario, deployment, terms).image.value(weightBytes);
}
