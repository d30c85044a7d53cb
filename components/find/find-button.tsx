"use client";

import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";

const loadPanel = () => import("./find-panel");
const FindPanel = lazy(loadPanel);

/** Opens the search over the whole catalog, which begins at once. */
export function FindButton({ disabled }: { disabled: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        disabled={disabled}
        onPointerEnter={loadPanel}
        onFocus={loadPanel}
        onClick={() => setOpen(true)}
      >
        Find the cheapest
      </Button>
      <Suspense>{open && <FindPanel onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
