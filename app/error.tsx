"use client";

import { Button, ButtonLink } from "@/components/ui/button";

/** Shown when a page fails: what happened to the reader's work, and what to do next. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="max-w-md">
        <h1 className="font-semibold text-xl">This page failed</h1>
        <p className="mt-2 text-base text-muted">
          Nothing of yours is lost: an unsaved plan is in the address and in this browser. Saved plans cannot
          be read while the database is away; try again in a moment.
        </p>
        {error.digest && <p className="mt-2 text-muted text-xs">Reference {error.digest}</p>}
        <div className="mt-4 flex gap-2">
          <Button look="primary" onClick={reset}>
            Try again
          </Button>
          <ButtonLink href="/" look="quiet">
            Open the planner
          </ButtonLink>
        </div>
      </div>
    </main>
  );
}
