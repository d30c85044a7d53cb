"use client";

import { createContext, type Dispatch, use } from "react";
import type { PlannerAction } from "./planner-action";
import type { PlannerState } from "./planner-state";

/** What every part of the planner reads, and the one way to change it. */
export type PlannerContextValue = { state: PlannerState; dispatch: Dispatch<PlannerAction> };

export const PlannerContext = createContext<PlannerContextValue | null>(null);

/** The planner's state; throws outside of a planner. */
export function usePlanner(): PlannerContextValue {
  const value = use(PlannerContext);
  if (!value) throw new Error("usePlanner: there is no planner above this component");
  return value;
}
