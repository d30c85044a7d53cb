import type { Metadata } from "next";
import { SavedReportPage, titleOf } from "../saved-plan";

type Props = { params: Promise<{ viewId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${await titleOf((await params).viewId)}, report`, robots: { index: false } };
}

/** The report of a saved plan's latest version. */
export default async function ReportPage({ params }: Props) {
  return <SavedReportPage viewId={(await params).viewId} />;
}
