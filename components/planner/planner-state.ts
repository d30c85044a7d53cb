import type { Estimate } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario/schema";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import type { PlannerEngine } from "./planner-engine";

/** Text in a field that could not be understood, and why. */
export type Draft = { text: string; message: string };

/** The number whose explanation is open, and the way down from it: the last id is on screen. */
export type Explained = { option: number; trail: string[] };

/** The details of a row, in the order of their tabs. */
export const resultTabs = [
  "why",
  "traffic",
  "topologies",
  "compare",
  "memory",
  "roofline",
  "levers",
  "sensitivity",
  "monthly",
  "prove",
] as const;
export type ResultTab = (typeof resultTabs)[number];
export type Section = "inputs" | "results" | "compare";

/** Everything the planner shows follows from this. */
export type PlannerState = {
  scenario: Scenario;
  /** The last estimate that could be computed; older than the scenario while records are on their way. */
  estimate: Estimate;
  /** The scenario that `estimate` belongs to. */
  estimated: Scenario;
  drafts: Readonly<Record<string, Draft>>;
  past: readonly Scenario[];
  future: readonly Scenario[];
  /** The last edit, so that one drag of a slider is one step of undo. */
  lastEdit: { path: string; at: number } | null;
  records: CatalogRecords;
  engine: PlannerEngine | null;
  /** The option whose details are shown; null for the one that the answer names. */
  row: number | null;
  tab: ResultTab;
  section: Section;
  explained: Explained | null;
  /** A saved plan: its numbers are looked at and explained, not changed. */
  frozen: boolean;
};

/** The state of a page as the server drew it. */
export function initialState(scenario: Scenario, estimate: Estimate, records: CatalogRecords): PlannerState {
  return {
    scenario,
    estimate,
    estimated: scenario,
    drafts: {},
    past: [],
    future: [],
    lastEdit: null,
    records,
    engine: null,
    row: null,
    tab: "why",
    section: "results",
    explained: null,
    frozen: false,
  };
}

/** Whether the numbers on screen belong to the inputs on screen. */
export const isCurrent = (state: PlannerState): boolean =>
  state.estimated === state.scenario && Object.keys(state.drafts).length === 0;
