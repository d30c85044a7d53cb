import type { Plan } from "@/lib/scenario/plan";
import type { Lookup } from "../deployment";
import { listedPrice } from "../price";

/**
 * As many replicas as fill the nodes that so many need, where the accelerator is let by the node only: what is paid for
 * is used. `pools` are replicas that come with each, those for prompts included.
 */
export function wholeNodes(plan: Plan, lookup: Lookup, replicas: number, pools: number): number {
  const node = listedPrice(plan, lookup)?.market?.fewest ?? 1;
  const { tp, pp, dp } = plan.option;
  const each = tp * pp * dp * pools;
  const nodes = Math.ceil((replicas * each) / node);
  return Math.max(replicas, Math.floor((nodes * node) / each));
}
