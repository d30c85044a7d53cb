"use client";

import { useReducer } from "react";
import type { Estimate } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario/schema";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { initialState } from "./planner-state";
import { reduce } from "./reduce";

/** What the server hands to a planner page. */
export type PlannerStart = {
  scenario: Scenario;
  estimate: Estimate;
  records: CatalogRecords;
  frozen?: boolean;
};

/** The planner's state, starting as the server drew it. */
export function usePlannerState({ scenario, estimate, records, frozen = false }: PlannerStart) {
  return useReducer(reduce, null, () => ({ ...initialState(scenario, estimate, records), frozen }));
}
