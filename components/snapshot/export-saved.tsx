"use client";

import { lazy, Suspense, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";

const ExportDialog = lazy(() => import("../export/export-dialog"));

/** The ways in which a saved plan leaves the page: the numbers that are on it. */
export function ExportSaved() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label="Export" onClick={() => setOpen(true)}>
        <Icon name="download" />
      </IconButton>
      {open && (
        <Suspense>
          <ExportDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
