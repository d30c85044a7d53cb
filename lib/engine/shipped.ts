import type { Shipped } from "@/lib/catalog/schema";
import type { Plan } from "@/lib/scenario/plan";

/** A plan and how its serving stack behaves unless the plan says otherwise. */
interface Serving {
  readonly plan: Plan;
  readonly shipped: Shipped;
}

/** Tokens in a piece of a streamed answer: as the plan says, else as the stack comes, else one. */
export const piece = ({ plan, shipped }: Serving): number =>
  plan.serving.streamInterval ?? shipped.streamInterval?.value ?? 1;

/** Whether prefixes stay in the cache: as the plan says, else as the stack comes; they do where nobody knows. */
export const cachesPrefixes = ({ plan, shipped }: Serving): boolean =>
  plan.serving.prefixCache === undefined
    ? (shipped.prefixCache?.value ?? true)
    : plan.serving.prefixCache === "on";

/** Whether anybody says how long the engine takes to start. */
export const startIsKnown = ({ plan, shipped }: Serving): boolean =>
  plan.serving.startTime !== undefined || shipped.startTime !== undefined;
