"use client";

import { lazy, Suspense, useState } from "react";
import { SiteNav } from "@/components/site-nav";
import { Brand } from "@/components/ui/brand";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { SkipLink } from "@/components/ui/skip-link";
import { cleanName } from "@/lib/scenario/name";
import { usePlanner } from "./planner-context";

// Beside the name there is nothing to do before the plan is there.
const CopyLinkButton = lazy(() => import("./copy-link-button"));
const ThemeToggle = lazy(async () => ({ default: (await import("../ui/theme-toggle")).ThemeToggle }));
const ExportDialog = lazy(() => import("../export/export-dialog"));
const loadSaveDialog = () => import("./save-dialog");
const SaveDialog = lazy(loadSaveDialog);

/** Name, undo and redo, the private link, save and share. */
export function TopBar() {
  const { state, dispatch } = usePlanner();
  const [saving, setSaving] = useState(false);
  const [exporting, setExporting] = useState(false);
  const ready = state.engine !== null;
  return (
    <header className="top-0 z-40 flex h-12 items-center gap-1 border-line border-b bg-surface px-4 max-md:fixed max-md:inset-x-0 max-md:h-14 max-md:px-3 md:sticky">
      <SkipLink>Skip to the results</SkipLink>
      <Brand hideName="max-wide:sr-only" />
      <div className="ml-2 max-lg:hidden">
        <SiteNav current="planner" />
      </div>
      <span aria-hidden="true" className="mx-2 h-5 border-line border-l max-lg:hidden" />
      <input
        aria-label="Name of this plan"
        placeholder="Untitled plan"
        maxLength={120}
        value={state.scenario.name ?? ""}
        onChange={(event) =>
          dispatch({
            type: "set",
            path: "name",
            value: cleanName(event.currentTarget.value) || undefined,
            at: Date.now(),
          })
        }
        className="touch h-8 min-w-0 grow text-ellipsis rounded-md bg-transparent px-2 hover:bg-inset md:max-w-72"
      />
      <span className="grow max-md:hidden" />
      <IconButton
        label="Undo"
        aria-keyshortcuts="Control+Z"
        disabled={state.past.length === 0}
        onClick={() => dispatch({ type: "undo" })}
      >
        <Icon name="undo" />
      </IconButton>
      <IconButton
        label="Redo"
        aria-keyshortcuts="Control+Shift+Z"
        disabled={state.future.length === 0}
        onClick={() => dispatch({ type: "redo" })}
        className="max-md:hidden"
      >
        <Icon name="redo" />
      </IconButton>
      <Suspense fallback={<span className="touch w-8" />}>
        <CopyLinkButton />
      </Suspense>
      <IconButton label="Export" disabled={!ready} onClick={() => setExporting(true)}>
        <Icon name="download" />
      </IconButton>
      {/* A phone has the plan's name in its place; its other pages have the switch. */}
      <span className="max-md:hidden">
        <Suspense fallback={<span className="touch block w-8" />}>
          <ThemeToggle />
        </Suspense>
      </span>
      <Button
        look="primary"
        className="ml-1"
        disabled={!ready}
        onPointerEnter={loadSaveDialog}
        onFocus={loadSaveDialog}
        onClick={() => setSaving(true)}
      >
        <span>
          Save<span className="max-md:hidden"> & share</span>
        </span>
      </Button>
      {exporting && (
        <Suspense>
          <ExportDialog onClose={() => setExporting(false)} />
        </Suspense>
      )}
      {saving && (
        <Suspense>
          <SaveDialog scenario={state.scenario} onClose={() => setSaving(false)} />
        </Suspense>
      )}
    </header>
  );
}
