import { type Lookup, solveFigures } from "@/lib/engine";
import { powersOfTwo } from "@/lib/scenario/option-fields";
import type { OptionPatch } from "@/lib/scenario/patch";
import { applyOptionPatch } from "@/lib/scenario/patch";
import { type Plan, planOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";

/** Something that a plan does and a first attempt would not: what it is, and the option without it. */
export type Technique = { id: TechniqueId; label: string; without: OptionPatch };
export type TechniqueId =
  | "weights"
  | "cache"
  | "batch"
  | "batching"
  | "paging"
  | "prefix"
  | "speculation"
  | "layout";

/** Counted. */
const SIXTEEN_BITS = 16;
const PLAIN = "bf16";

/**
 * What a plan does that a first attempt would not: the whole list, of which the layout is found last. A first attempt
 * serves 16-bit weights and cache, one request at a time, each with room for the longest answer, on as few accelerators
 * as hold it.
 */
export function techniquesOf(scenario: Scenario, index: number, lookup: Lookup): Technique[] {
  const plan = planOf(scenario, index);
  const found = inServing(plan, lookup);
  const first = Object.assign({}, ...found.map(({ without }) => without)) as OptionPatch;
  const layout = smallestLayout(applyOptionPatch(scenario, index, first), index, lookup);
  return layout && !sameLayout(plan, layout)
    ? [...found, { id: "layout", label: layoutLabel(plan), without: layout }]
    : found;
}

function inServing({ workload, serving, option, traffic }: Plan, lookup: Lookup): Technique[] {
  const bits = (id: string) => lookup.format(id)?.bits ?? SIXTEEN_BITS;
  const nameOf = (id: string) => lookup.format(id)?.name ?? id;
  const all: (Technique & { used: boolean })[] = [
    {
      id: "weights",
      label: `${nameOf(serving.weights)} weights`,
      without: { weights: PLAIN },
      used: bits(serving.weights) < SIXTEEN_BITS,
    },
    {
      id: "cache",
      label: `${nameOf(serving.kvCache)} KV cache`,
      without: { kvCache: PLAIN },
      used: bits(serving.kvCache) < SIXTEEN_BITS,
    },
    {
      id: "batch",
      label: "Many requests at a time",
      without: { batch: 1 },
      used: (option.batch ?? (traffic.load === "batch" ? workload.batch : 0)) !== 1,
    },
    {
      id: "batching",
      label: `${batchings[serving.batching]} batching`,
      without: { batching: "static" },
      used: serving.batching !== "static",
    },
    {
      id: "paging",
      label: "Paged cache",
      without: { cachePaging: "contiguous" },
      used: serving.cachePaging !== "contiguous",
    },
    {
      id: "prefix",
      label: "Prefix cache",
      without: { prefixCache: "off" },
      used: serving.prefixCache !== "off" && (workload.cachedPrefix > 0 || traffic.turns > 1),
    },
    {
      id: "speculation",
      label: "Speculative decoding",
      without: { speculation: "none" },
      used: serving.speculation !== "none",
    },
  ];
  return all.flatMap(({ used, ...technique }) => (used ? [technique] : []));
}

const batchings: Record<Plan["serving"]["batching"], string> = {
  continuous: "Continuous",
  static: "Static",
  dynamic: "Dynamic",
  offline: "Full",
};

type Layout = Pick<Plan["option"], "tp" | "pp" | "dp" | "ep" | "prefillReplicas">;

/** As few accelerators as hold the option, split by tensor alone; undefined where not even the most do. */
function smallestLayout(scenario: Scenario, index: number, lookup: Lookup): Layout | undefined {
  const layouts = powersOfTwo.map((tp): Layout => ({ tp, pp: 1, dp: 1, ep: 1, prefillReplicas: 0 }));
  return layouts.find(
    (layout) => solveFigures(applyOptionPatch(scenario, index, layout), index, lookup).figures,
  );
}

const sameLayout = ({ option }: Plan, layout: Layout): boolean =>
  (Object.keys(layout) as (keyof Layout)[]).every((key) => option[key] === layout[key]);

function layoutLabel({ option: { tp, pp, dp, ep, prefillReplicas } }: Plan): string {
  const parts = [`TP ${tp}`, pp > 1 && `PP ${pp}`, dp > 1 && `DP ${dp}`, ep > 1 && `EP ${ep}`];
  const apart = prefillReplicas > 0 ? ", prompts apart" : "";
  return `Layout ${parts.filter(Boolean).join(" × ")}${apart}`;
}
