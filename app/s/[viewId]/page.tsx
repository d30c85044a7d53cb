import type { Metadata } from "next";
import { SavedPlanPage, titleOf } from "./saved-plan";

type Props = { params: Promise<{ viewId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await titleOf((await params).viewId), robots: { index: false } };
}

/** A saved plan's latest version. */
export default async function LatestVersionPage({ params }: Props) {
  return <SavedPlanPage viewId={(await params).viewId} />;
}
