import type { Metadata } from "next";
import { Library } from "@/components/saved/library";
import { SavedHeader } from "@/components/saved/saved-header";
import { NarrowFooter } from "@/components/site-nav";
import { MAIN } from "@/components/ui/skip-link";

export const metadata: Metadata = { title: "Library", robots: { index: false } };

/** The plans that this browser saved or holds keys for. */
export default function LibraryPage() {
  return (
    <>
      <SavedHeader skip="Skip to the plans" current="library" />
      <main id={MAIN} tabIndex={-1} className="mx-auto max-w-[80rem] px-4 py-6 md:px-6">
        <h1 className="font-semibold text-xl">Library</h1>
        <p className="text-muted">
          The plans that this browser saved or holds the keys of. No server knows this list.
        </p>
        <Library />
      </main>
      <NarrowFooter current="library" />
    </>
  );
}
