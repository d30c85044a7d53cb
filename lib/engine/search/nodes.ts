import type { Plan } from "@/lib/scenario/plan";
import type { Lookup } from "../deployment";
import { listedPrice } from "../price";

/**
 * As many replicas as fill the nodes that so many need, where the accelerator is let by the node only: what is paid for
 * is used; so are the places of an accelerator that several instances share. `pools` are replicas that come with each, those for prompts included.
 */
export function wholeNodes(plan: Plan, lookup: Lookup, replicas: number, pools: number): number {
  const node = listedPrice(plan, lookup)?.market?.fewest ?? 1;
  const { tp, pp, dp, instances = 1, neighbours } = plan.option;
  // The other places of an accelerator are not this model's to fill.
  if (instances > 1 && neighbours === "others") return replicas;
  const each = (tp * pp * dp * pools) / instances;
  const nodes = Math.ceil((replicas * each) / node);
  return Math.max(replicas, Math.floor((nodes * node) / each));
}
