import type { Metadata } from "next";
import { TakeKey } from "@/components/saved/take-key";

type Props = { params: Promise<{ viewId: string }> };

export const metadata: Metadata = { title: "Take the key of a plan", robots: { index: false } };

/** Takes an edit key out of the address, which no server sees, into this browser. */
export default async function EditPage({ params }: Props) {
  return <TakeKey viewId={(await params).viewId} />;
}
