import type { OptionEstimate, TopologyEstimate } from "@/lib/engine";
import type { OptionPatch } from "@/lib/scenario/patch";
import type { Scenario } from "@/lib/scenario/schema";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import type { PlannerEngine } from "./planner-engine";
import type { Draft, ResultTab, Section } from "./planner-state";

/** Everything a person or an answer of the server can do to the planner. */
export type PlannerAction =
  /** `typed` is the text that was typed for it, and the value that the edit began with. */
  | { type: "set"; path: string; value: unknown; at: number; typed?: { text: string; before: unknown } }
  /** `before` is the value that the edit began with: half a number that was understood on the way is no plan. */
  | { type: "draft"; path: string; draft: Draft | null; before?: { value: unknown; at: number } }
  /** With the price of the person's own book, where it has one. */
  | { type: "add-option"; accelerator: string; pricePerHour?: number | undefined }
  | { type: "pick-accelerator"; option: number; accelerator: string; pricePerHour?: number | undefined }
  | { type: "duplicate-option"; option: number }
  | { type: "remove-option"; option: number }
  | { type: "patch-option"; option: number; patch: OptionPatch }
  /** One step of undo: the scenario with a record of its own, for instance. */
  | { type: "change"; scenario: Scenario }
  /** Another plan takes the place of this one. */
  | { type: "replace"; scenario: Scenario }
  | { type: "undo" }
  | { type: "redo" }
  | { type: "engine"; engine: PlannerEngine }
  /** Options of that scenario with their percentiles, by place. */
  | { type: "simulated"; scenario: Scenario; found: ReadonlyMap<number, OptionEstimate> }
  /** The topologies of that scenario. */
  | { type: "composed"; scenario: Scenario; found: readonly TopologyEstimate[] }
  | {
      type: "records";
      records: Partial<Pick<CatalogRecords, "models" | "accelerators" | "prices" | "places" | "sources">>;
    }
  | { type: "row"; row: number | null }
  | { type: "tab"; tab: ResultTab }
  | { type: "section"; section: Section }
  | { type: "explain"; option: number; quantity: string }
  | { type: "explain-input"; quantity: string }
  | { type: "explain-back"; depth: number }
  | { type: "close-explanation" };
