import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SavedReportPage, titleOf, versionNumber } from "../../../saved-plan";

type Props = { params: Promise<{ viewId: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { viewId, number } = await params;
  const version = versionNumber(number);
  const title = version
    ? await titleOf(viewId, version, (name) => `${name}, version ${version}, report`)
    : "Not found";
  return { title, robots: { index: false } };
}

/** The report of one version of a saved plan. */
export default async function VersionReportPage({ params }: Props) {
  const { viewId, number } = await params;
  const version = versionNumber(number);
  if (!version) notFound();
  return <SavedReportPage viewId={viewId} version={version} />;
}
