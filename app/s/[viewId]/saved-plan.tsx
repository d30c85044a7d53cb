import "server-only";
import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { lookupFor } from "@/app/catalog-lookup";
import { recordsOf } from "@/app/planner-start";
import { SavedReport } from "@/components/report/saved-report";
import { BareSnapshot } from "@/components/snapshot/bare-snapshot";
import type { SavedMoment } from "@/components/snapshot/saved-heading";
import { Snapshot } from "@/components/snapshot/snapshot";
import { DatabaseUnavailable } from "@/lib/db/errors";
import { readScenario } from "@/lib/db/scenarios";
import { answer, type Estimate, UnknownRecord } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario/schema";
import { questionText } from "@/lib/view/board/question";
import { planAddress } from "@/lib/view/plan-address";
import { bareTable } from "@/lib/view/saved/bare-table";
import { readSaved } from "@/lib/view/saved/read-saved";
import { scenarioLines } from "@/lib/view/scenario-lines";
import { DatabaseAway } from "./database-away";
import { nameIn } from "./names";
import { priceOrigins } from "./price-origins";

/** A version's number in an address; undefined where it is none. */
export const versionNumber = (text: string): number | undefined =>
  /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;

/** Once a request, for its title and its content: neither waits for the database a second time. */
export const readOnce = cache((viewId: string, version?: number) =>
  readScenario(viewId, version).catch((error: unknown) => {
    if (error instanceof DatabaseUnavailable) return "away" as const;
    throw error;
  }),
);

/** What a saved plan's page is called, after the plan where there is one to be read. */
export async function titleOf(
  viewId: string,
  version?: number,
  after: (name: string) => string = (name) => name,
): Promise<string> {
  const saved = await readOnce(viewId, version);
  if (saved === "away") return "Not available now";
  return saved ? after(saved.name || "Saved plan") : "Not found";
}

type Shown = { viewId: string; version?: number };

/**
 * A page of a version of a saved plan, the latest when none is named, drawn of when it was saved and its numbers exactly
 * as they were; of a plan that cannot be read as a whole, what can be. A plan that is not there ends the page.
 */
async function pageOf(
  { viewId, version: wanted }: Shown,
  draw: (saved: SavedMoment, estimate: Estimate) => ReactNode,
) {
  const saved = await readOnce(viewId, wanted);
  if (saved === "away") return <DatabaseAway />;
  if (!saved) notFound();
  const { name, version, latestVersion, engineVersion, catalogVersion } = saved;
  const [savedAt, expiresAt] = [saved.createdAt.toISOString(), saved.expiresAt.toISOString()];
  const moment = { viewId, name, version, latestVersion, engineVersion, catalogVersion, savedAt, expiresAt };
  const reading = readSaved(saved);
  return reading.ok ? (
    draw(moment, reading.estimate)
  ) : (
    <BareSnapshot saved={moment} reason={reading.reason} table={bareTable(reading.options)} />
  );
}

/** A version of a saved plan, with its numbers as they were saved. */
export const SavedPlanPage = (shown: Shown) =>
  pageOf(shown, (saved, estimate) => {
    const { scenario } = estimate;
    return (
      <Snapshot
        plan={{
          ...saved,
          note: scenario.note,
          estimate,
          today: estimateToday(scenario),
          records: recordsOf(scenario),
          question: questionText(scenario, nameIn(scenario)),
          lines: scenarioLines(scenario, nameIn(scenario)),
          origins: priceOrigins(estimate),
          planAddress: planAddress(scenario),
        }}
      />
    );
  });

/** The same as a report, ready to print. */
export const SavedReportPage = (shown: Shown) =>
  pageOf(shown, (saved, estimate) => (
    <SavedReport saved={saved} estimate={estimate} records={recordsOf(estimate.scenario)} />
  ));

/** The saved scenario computed now; null when today's catalog lacks one of its records. */
function estimateToday(scenario: Scenario): Estimate | null {
  try {
    return answer(scenario, lookupFor(scenario));
  } catch (error) {
    if (error instanceof UnknownRecord) return null;
    throw error;
  }
}
