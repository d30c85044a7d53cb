import type { Metadata } from "next";
import { SavedReportPage, titleOf } from "../saved-plan";

type Props = { params: Promise<{ viewId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = await titleOf((await params).viewId, undefined, (name) => `${name}, report`);
  return { title, robots: { index: false } };
}

/** The report of a saved plan's latest version. */
export default async function ReportPage({ params }: Props) {
  return <SavedReportPage viewId={(await params).viewId} />;
}
