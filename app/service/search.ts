import "server-only";
import { lookupFor } from "@/app/catalog-lookup";
import * as catalog from "@/lib/catalog";
import { answer, ENGINE_VERSION } from "@/lib/engine";
import { cheapestOfEach, type Findings, type Space, wholeSpace } from "@/lib/engine/explore";
import type { FieldError } from "@/lib/http/problem";
import type { Scenario } from "@/lib/scenario";
import { fields } from "@/lib/scenario/fields";
import type { SearchWishes } from "./request-schemas";

const unique = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

/** The space that a search looks through, or which of its wishes name what there is not. */
export function spaceOf(
  scenario: Scenario,
  wishes: Omit<SearchWishes, "top">,
): Space | { errors: FieldError[] } {
  const lookup = lookupFor(scenario);
  const formatOf = (id: string) => lookup.format(id) !== undefined;
  const engines: readonly string[] = fields["serving.engine"].choices.map(({ value }) => value);
  const lists = [
    ["accelerators", (id: string) => lookup.accelerator(id) !== undefined],
    ["weights", formatOf],
    ["caches", formatOf],
    ["engines", (word: string) => engines.includes(word)],
  ] as const;
  const errors = lists.flatMap(([path, isKnown]) => {
    const unknown = wishes[path]?.find((word) => !isKnown(word));
    return unknown === undefined ? [] : [{ path, message: `there is no "${unknown}"` }];
  });
  if (errors.length > 0) return { errors };
  const own = Object.keys(scenario.custom?.accelerators ?? {});
  const candidates = wishes.accelerators ?? [...own, ...catalog.accelerators().map(({ id }) => id)];
  const space = wholeSpace(
    scenario,
    candidates.map((accelerator) => ({ accelerator })),
    { narrow: wishes.narrow },
    lookup,
  );
  return {
    ...space,
    weights: wishes.weights ?? space.weights,
    caches: wishes.caches ?? space.caches,
    engines: wishes.engines ?? space.engines,
    counts: wishes.counts ? unique(wishes.counts) : space.counts,
    batches: wishes.batches ? unique(wishes.batches) : space.batches,
  };
}

/** What a search ends with: the cheapest of each accelerator, each option with the figures of its answer. */
export function searchAnswer(scenario: Scenario, found: Findings, top: number, seconds: number) {
  const ways = cheapestOfEach(found).slice(0, top);
  const options = ways.map(({ option }) => option);
  const whole = options.length > 0 ? answer({ ...scenario, options }, lookupFor(scenario)) : null;
  return {
    engineVersion: ENGINE_VERSION,
    catalogVersion: catalog.catalogVersion(),
    ...found.tally,
    seconds,
    results: whole?.options.map(({ option, figures }) => ({ option, figures })) ?? [],
  };
}
