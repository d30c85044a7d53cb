import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { lookupFor } from "@/app/catalog-lookup";
import { recordsOf } from "@/app/planner-start";
import { Snapshot } from "@/components/snapshot/snapshot";
import * as catalog from "@/lib/catalog";
import { readScenario } from "@/lib/db/scenarios";
import { type Estimate, estimate, UnknownRecord } from "@/lib/engine";
import { parseScenario } from "@/lib/scenario/parse-scenario";
import { encodeScenario } from "@/lib/scenario/url";
import { scenarioLines } from "@/lib/view/scenario-lines";

type Props = { params: Promise<{ viewId: string }> };

const read = cache(readScenario);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const saved = await read((await params).viewId);
  return { title: saved ? saved.name || "Saved plan" : "Not found", robots: { index: false } };
}

/** A saved plan with its numbers exactly as they were saved. */
export default async function SnapshotPage({ params }: Props) {
  const saved = await read((await params).viewId);
  if (!saved) notFound();
  const shown = saved.result as Estimate;
  const today = estimateToday(saved.state);
  const { custom } = shown.scenario;
  const nameOf = (id: string) =>
    custom?.models?.[id]?.name ?? catalog.model(id)?.name ?? catalog.format(id)?.name ?? id;
  return (
    <Snapshot
      plan={{
        name: saved.name,
        estimate: shown,
        today,
        records: recordsOf(today?.scenario ?? shown.scenario),
        savedAt: saved.createdAt.toISOString(),
        version: saved.version,
        lines: scenarioLines(shown.scenario, nameOf),
        planAddress: `/#d=${encodeScenario(shown.scenario)}`,
      }}
    />
  );
}

/** The saved scenario computed now; null when today's catalog or schema has no place for it. */
function estimateToday(state: unknown): Estimate | null {
  const reading = parseScenario(state);
  if (!reading.ok) return null;
  try {
    return estimate(reading.scenario, lookupFor(reading.scenario));
  } catch (error) {
    if (error instanceof UnknownRecord) return null;
    throw error;
  }
}
