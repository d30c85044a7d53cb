import type { Plan } from "@/lib/scenario/plan";
import type { Lookup } from "../deployment";
import { listedPrice } from "../price";

/**
 * Accelerators that are let together, one where each is let alone; zero where a replica pays for its place on one that is
 * shared with other models: those places are not this model's to fill.
 */
export function nodeSize(plan: Plan, lookup: Lookup): number {
  const { instances = 1, neighbours } = plan.option;
  return instances > 1 && neighbours === "others" ? 0 : (listedPrice(plan, lookup)?.market?.fewest ?? 1);
}

/**
 * As many replicas as fill the nodes that so many need, where the accelerator is let by the node only: what is paid for
 * is used; so are the places of an accelerator that several instances share. `pools` are replicas that come with each, those for prompts included.
 */
export function wholeNodes(plan: Plan, lookup: Lookup, replicas: number, pools: number): number {
  const { tp, pp, dp, instances = 1 } = plan.option;
  return filled(replicas, (tp * pp * dp * pools) / instances, nodeSize(plan, lookup));
}

/** The same for replicas of `each` accelerators that are let by the `node`; zero where places of one are. */
export function filled(replicas: number, each: number, node: number): number {
  if (node === 0) return replicas;
  const nodes = Math.ceil((replicas * each) / node);
  return Math.max(replicas, Math.floor((nodes * node) / each));
}
