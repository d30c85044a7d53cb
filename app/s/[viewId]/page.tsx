import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { lookupFor } from "@/app/catalog-lookup";
import { recordsOf } from "@/app/planner-start";
import { BareSnapshot } from "@/components/snapshot/bare-snapshot";
import { Snapshot } from "@/components/snapshot/snapshot";
import * as catalog from "@/lib/catalog";
import { DatabaseUnavailable } from "@/lib/db/errors";
import { readScenario } from "@/lib/db/scenarios";
import { answer, type Estimate, UnknownRecord } from "@/lib/engine";
import { sayUnavailable } from "@/lib/http/door/answer-being-given.mjs";
import type { Scenario } from "@/lib/scenario/schema";
import { planAddress } from "@/lib/view/plan-address";
import { bareTable } from "@/lib/view/saved/bare-table";
import { readSaved } from "@/lib/view/saved/read-saved";
import { scenarioLines } from "@/lib/view/scenario-lines";
import { DatabaseAway } from "./database-away";

type Props = { params: Promise<{ viewId: string }> };

/** Once a request, for its title and its content: neither waits for the database a second time. */
const read = cache((viewId: string) =>
  readScenario(viewId).catch((error: unknown) => {
    if (error instanceof DatabaseUnavailable) return "away" as const;
    throw error;
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const saved = await read((await params).viewId);
  const title = saved === "away" ? "Not available now" : saved ? saved.name || "Saved plan" : "Not found";
  return { title, robots: { index: false } };
}

/** A saved plan with its numbers exactly as they were saved. */
export default async function SnapshotPage({ params }: Props) {
  const saved = await read((await params).viewId);
  if (saved === "away") {
    sayUnavailable(2);
    return <DatabaseAway />;
  }
  if (!saved) notFound();
  const { name, version, engineVersion, catalogVersion } = saved;
  const moment = { name, version, engineVersion, catalogVersion, savedAt: saved.createdAt.toISOString() };
  const reading = readSaved(saved);
  if (!reading.ok)
    return <BareSnapshot saved={moment} reason={reading.reason} table={bareTable(reading.options)} />;
  const { scenario } = reading.estimate;
  const nameOf = (id: string) =>
    scenario.custom?.models?.[id]?.name ?? catalog.model(id)?.name ?? catalog.format(id)?.name ?? id;
  return (
    <Snapshot
      plan={{
        ...moment,
        estimate: reading.estimate,
        today: estimateToday(scenario),
        records: recordsOf(scenario),
        lines: scenarioLines(scenario, nameOf),
        planAddress: planAddress(scenario),
      }}
    />
  );
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
