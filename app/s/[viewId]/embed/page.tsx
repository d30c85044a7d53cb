import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmbeddedBoard } from "@/components/snapshot/embedded-board";
import { allowFrames } from "@/lib/http/door/answer-being-given.mjs";
import { boardTable } from "@/lib/view/board/board-table";
import { bareTable } from "@/lib/view/saved/bare-table";
import { readSaved } from "@/lib/view/saved/read-saved";
import { DatabaseAway } from "../database-away";
import { readOnce, titleOf } from "../saved-plan";

type Props = { params: Promise<{ viewId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await titleOf((await params).viewId), robots: { index: false } };
}

/** A saved plan's ranked table for a frame in another page: of those origins alone that its holder has named. */
export default async function EmbedPage({ params }: Props) {
  const { viewId } = await params;
  const saved = await readOnce(viewId);
  if (saved === "away") return <DatabaseAway />;
  if (!saved) notFound();
  allowFrames(saved.embedOrigins);
  const reading = readSaved(saved);
  const table = reading.ok ? boardTable(reading.estimate) : bareTable(reading.options);
  return (
    <EmbeddedBoard viewId={viewId} name={saved.name} savedAt={saved.createdAt.toISOString()} table={table} />
  );
}
