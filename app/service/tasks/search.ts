import "server-only";
import { lookupFor } from "@/app/catalog-lookup";
import { catalogVersion } from "@/lib/catalog";
import {
  Exploration,
  exploreWith,
  type Hand,
  type Progress,
  searchSlice,
  simulated,
} from "@/lib/engine/explore";
import { fieldErrors } from "@/lib/scenario/field-error";
import { parseScenario } from "@/lib/scenario/parse-scenario";
import { given, invalid, type Outcome } from "../outcome";
import { searchSchema } from "../request-schemas";
import { searchAnswer, spaceOf } from "../search";

/** A search ends after so long (ms) with what it has found, and says that there was more to look at. */
const BUDGET_MS = 8_000;

/** Lets what else is due on this thread have its turn, the clock among it. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The cheapest ways to serve a scenario over the catalog, or the part of it that is asked for. */
export async function searched(body: unknown): Promise<Outcome<object>> {
  const reading = searchSchema.safeParse(body, { reportInput: true });
  if (!reading.success) return invalid(fieldErrors(reading.error.issues), "The request is not valid");
  const { scenario: sent, top, ...wishes } = reading.data;
  const read = parseScenario(sent);
  if (!read.ok) return invalid(read.errors.map(({ path, message }) => ({ path: joined(path), message })));
  const { scenario } = read;
  const lookup = lookupFor(scenario);
  const { model } = scenario.workload;
  if (!lookup.model(model))
    return invalid([{ path: "scenario.workload.model", message: `The catalog has no model "${model}"` }]);
  const space = spaceOf(scenario, wishes);
  if ("errors" in space) return invalid(space.errors, "The request is not valid");
  const question = new Exploration(scenario, lookup, space);
  const hand: Hand = {
    search: async (slice, known) => {
      await turn();
      return searchSlice(question, slice, known);
    },
    simulate: async (proposal, below) => {
      await turn();
      return simulated(question, proposal, below);
    },
  };
  const begun = performance.now();
  const signal = AbortSignal.timeout(BUDGET_MS);
  let last: Progress | undefined;
  const found = await exploreWith([hand], { scenario, space }, (progress) => (last = progress), signal);
  const seconds = (performance.now() - begun) / 1000;
  const complete = !signal.aborted && last?.done === last?.slices;
  return given({
    ...searchAnswer(scenario, found, top, seconds),
    catalogVersion: catalogVersion(),
    complete,
  });
}

const joined = (path: string): string => (path ? `scenario.${path}` : "scenario");
