import { newOption } from "@/lib/scenario/new-option";
import { applyOptionPatch } from "@/lib/scenario/patch";
import type { Scenario } from "@/lib/scenario/schema";
import { getIn, setIn } from "@/lib/scenario/set-in";
import { missingRecords } from "@/lib/view/catalog-records";
import { duplicateOption, removeOption } from "./option-edits";
import type { PlannerAction } from "./planner-action";
import type { PlannerState } from "./planner-state";

/** Edits of one field within this time are one step of undo. */
const ONE_EDIT_MS = 800;
const UNDO_STEPS = 100;

/** The next state, with its estimate computed in the same step. */
export function reduce(state: PlannerState, action: PlannerAction): PlannerState {
  return withEstimate(apply(state, action));
}

function apply(state: PlannerState, action: PlannerAction): PlannerState {
  const { scenario } = state;
  switch (action.type) {
    case "set": {
      const { path, value, at, typed } = action;
      const drafts = withoutDraft(state, path);
      const next = setIn(scenario, path, value);
      const message = state.engine?.contradiction(next, path);
      if (message === undefined) return edit({ ...state, drafts }, next, action);
      const noted = {
        ...state,
        drafts: { ...drafts, [path]: { text: typed?.text ?? String(value), message } },
      };
      return typed ? restored(noted, path, { value: typed.before, at }) : noted;
    }
    case "draft": {
      const drafts = withoutDraft(state, action.path);
      const noted = { ...state, drafts: action.draft ? { ...drafts, [action.path]: action.draft } : drafts };
      return action.before ? restored(noted, action.path, action.before) : noted;
    }
    case "add-option": {
      const added = newOption(action.accelerator, action.pricePerHour);
      return edit(state, { ...scenario, options: [...scenario.options, added] });
    }
    case "pick-accelerator": {
      // A price that was typed for one chip says nothing about another.
      const { accelerator, pricePerHour } = action;
      const patch = { accelerator, pricePerHour, offer: undefined };
      return edit(withoutOptionDrafts(state), applyOptionPatch(scenario, action.option, patch));
    }
    case "duplicate-option":
      return edit(withoutOptionDrafts(state), duplicateOption(scenario, action.option));
    case "remove-option":
      return edit(withoutOption(state, action.option), removeOption(scenario, action.option));
    case "patch-option":
      return edit({ ...state, drafts: {} }, applyOptionPatch(scenario, action.option, action.patch));
    case "change":
      return edit({ ...state, drafts: {} }, action.scenario);
    case "replace":
      return edit({ ...state, drafts: {}, explained: null, row: null }, action.scenario);
    case "undo":
      return travel(state, state.past, state.future, "past");
    case "redo":
      return travel(state, state.future, state.past, "future");
    case "engine":
      return { ...state, engine: action.engine };
    case "simulated": {
      // Answers to inputs that are no more on screen come too late.
      if (action.scenario !== state.estimated) return state;
      const options = state.estimate.options.map((option, index) => action.found.get(index) ?? option);
      const estimate = { ...state.estimate, options };
      return { ...state, estimate: state.engine?.withApis(estimate) ?? estimate };
    }
    case "composed":
      return action.scenario === state.estimated
        ? { ...state, estimate: { ...state.estimate, topologies: action.found } }
        : state;
    case "records":
      return { ...state, records: mergeRecords(state.records, action.records) };
    case "row":
      return { ...state, row: action.row };
    case "tab":
      return { ...state, tab: action.tab };
    case "section":
      return { ...state, section: action.section };
    case "explain":
      return { ...state, explained: { option: action.option, trail: [action.quantity] } };
    case "explain-input":
      return state.explained
        ? { ...state, explained: { ...state.explained, trail: [...state.explained.trail, action.quantity] } }
        : state;
    case "explain-back":
      return state.explained
        ? { ...state, explained: { ...state.explained, trail: state.explained.trail.slice(0, action.depth) } }
        : state;
    case "close-explanation":
      return { ...state, explained: null };
  }
}

/** The plan with the value that an edit began with; the edit is no step of undo where nothing else has changed since. */
function restored(state: PlannerState, path: string, before: { value: unknown; at: number }): PlannerState {
  const { scenario, past, lastEdit } = state;
  if (getIn(scenario, path) === before.value) return state;
  const begun = past.at(-1);
  return begun && lastEdit?.path === path && getIn(begun, path) === before.value
    ? { ...state, scenario: begun, past: past.slice(0, -1), lastEdit: null }
    : edit(state, setIn(scenario, path, before.value), { path, at: before.at });
}

/** The drafts without that of one field: the same object where it has none, so that nobody takes them for changed. */
function withoutDraft({ drafts }: PlannerState, path: string): PlannerState["drafts"] {
  if (!(path in drafts)) return drafts;
  const { [path]: _, ...rest } = drafts;
  return rest;
}

/** Records a new scenario, one step of undo unless it goes on with the last edit. */
function edit(state: PlannerState, next: Scenario, at?: { path: string; at: number }): PlannerState {
  const before = state.scenario;
  // Topologies point to options and APIs by their places, which an edit of those moves.
  const moved =
    next.topologies &&
    next.topologies === before.topologies &&
    (next.options.length !== before.options.length || next.apis?.length !== before.apis?.length);
  const scenario = (moved && state.engine?.follow(before, next)) || next;
  const last = state.lastEdit;
  const goesOn = at && last && last.path === at.path && at.at - last.at < ONE_EDIT_MS;
  return {
    ...state,
    scenario,
    past: goesOn ? state.past : [...state.past, before].slice(-UNDO_STEPS),
    future: [],
    lastEdit: at ? { path: at.path, at: at.at } : null,
  };
}

function travel(
  state: PlannerState,
  from: readonly Scenario[],
  to: readonly Scenario[],
  direction: "past" | "future",
): PlannerState {
  const scenario = from.at(-1);
  if (!scenario) return state;
  const left = from.slice(0, -1);
  const other = [...to, state.scenario];
  const [past, future] = direction === "past" ? [left, other] : [other, left];
  const row = state.row === null ? null : Math.min(state.row, scenario.options.length - 1);
  return { ...state, scenario, past, future, row, drafts: {}, explained: null, lastEdit: null };
}

/** Forgets what pointed at a removed option, and keeps pointing at those that move up. */
function withoutOption(state: PlannerState, removed: number): PlannerState {
  const { row } = state;
  const left = row === null || row === removed ? null : row > removed ? row - 1 : row;
  return { ...withoutOptionDrafts(state), row: left, explained: null };
}

function withoutOptionDrafts(state: PlannerState): PlannerState {
  const drafts = Object.entries(state.drafts).filter(([path]) => !path.startsWith("options."));
  return { ...state, drafts: Object.fromEntries(drafts) };
}

function mergeRecords(
  known: PlannerState["records"],
  arrived: Extract<PlannerAction, { type: "records" }>["records"],
): PlannerState["records"] {
  return {
    ...known,
    models: { ...known.models, ...arrived.models },
    accelerators: { ...known.accelerators, ...arrived.accelerators },
    prices: { ...known.prices, ...arrived.prices },
    places: { ...known.places, ...arrived.places },
    sources: { ...known.sources, ...arrived.sources },
  };
}

/** Computes the estimate when engine and records are there and the scenario has changed. */
function withEstimate(state: PlannerState): PlannerState {
  const { engine, scenario, records } = state;
  if (!engine || state.estimated === scenario || missingRecords(scenario, records).length > 0) return state;
  return { ...state, estimate: engine.estimate(scenario, records), estimated: scenario };
}
