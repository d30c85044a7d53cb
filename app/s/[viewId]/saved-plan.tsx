import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { lookupFor } from "@/app/catalog-lookup";
import { recordsOf } from "@/app/planner-start";
import { SavedReport } from "@/components/report/saved-report";
import { BareSnapshot } from "@/components/snapshot/bare-snapshot";
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

/**
 * A version of a saved plan, the latest when none is named: when it was saved, and its numbers exactly as they were;
 * null while the database is away. A plan that is not there ends the page.
 */
async function openSaved(viewId: string, wanted?: number) {
  const saved = await readOnce(viewId, wanted);
  if (saved === "away") return null;
  if (!saved) notFound();
  const { name, version, latestVersion, engineVersion, catalogVersion } = saved;
  const [savedAt, expiresAt] = [saved.createdAt.toISOString(), saved.expiresAt.toISOString()];
  const moment = { viewId, name, version, latestVersion, engineVersion, catalogVersion, savedAt, expiresAt };
  return { moment, reading: readSaved(saved) };
}

type Shown = { viewId: string; version?: number };

/** A version of a saved plan, with its numbers as they were saved. */
export async function SavedPlanPage({ viewId, version }: Shown) {
  const opened = await openSaved(viewId, version);
  if (!opened) return <DatabaseAway />;
  const { moment, reading } = opened;
  if (!reading.ok)
    return <BareSnapshot saved={moment} reason={reading.reason} table={bareTable(reading.options)} />;
  const { scenario } = reading.estimate;
  return (
    <Snapshot
      plan={{
        ...moment,
        note: scenario.note,
        estimate: reading.estimate,
        today: estimateToday(scenario),
        records: recordsOf(scenario),
        question: questionText(scenario, nameIn(scenario)),
        lines: scenarioLines(scenario, nameIn(scenario)),
        origins: priceOrigins(reading.estimate),
        planAddress: planAddress(scenario),
      }}
    />
  );
}

/** The same as a report, ready to print; what cannot be read has none but its figures. */
export async function SavedReportPage({ viewId, version }: Shown) {
  const opened = await openSaved(viewId, version);
  if (!opened) return <DatabaseAway />;
  const { moment, reading } = opened;
  if (!reading.ok)
    return <BareSnapshot saved={moment} reason={reading.reason} table={bareTable(reading.options)} />;
  const { estimate } = reading;
  return <SavedReport saved={moment} estimate={estimate} records={recordsOf(estimate.scenario)} />;
}

/** The saved scenario computed now; null when today's catalog lacks one of its records. */
function estimateToday(scenario: Scenario): Estimate | null {
  try {
    return answer(scenario, lookupFor(scenario));
  } catch (error) {
    if (error instanceof UnknownRecord) return null;
    throw error;
  }
}
