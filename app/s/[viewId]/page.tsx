import type { Metadata } from "next";
import { previewOf } from "./preview";
import { SavedPlanPage, titleOf } from "./saved-plan";

type Props = { params: Promise<{ viewId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { viewId } = await params;
  const title = await titleOf(viewId);
  return { title, robots: { index: false }, ...previewOf(viewId, title) };
}

/** A saved plan's latest version. */
export default async function LatestVersionPage({ params }: Props) {
  return <SavedPlanPage viewId={(await params).viewId} />;
}
