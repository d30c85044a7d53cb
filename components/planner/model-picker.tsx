"use client";

import { Suspense, useState } from "react";
import { ImportModelDialog } from "@/components/custom/lazy-dialogs";
import { Term } from "@/components/ui/term";
import { type FieldPath, fields } from "@/lib/scenario/fields";
import { getIn } from "@/lib/scenario/set-in";
import { ownModels, type PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";
import { RecordPicker } from "./record-picker";

/** Chooses the model to serve, or the one that drafts for it; a configuration file makes one of one's own. */
export function ModelPicker({ path, lists }: { path: FieldPath; lists: PickerLists }) {
  const { state, dispatch } = usePlanner();
  const [importing, setImporting] = useState(false);
  const { label, help } = fields[path];
  const value = getIn(state.scenario, path) as string | undefined;
  const items = [...ownModels(state.scenario), ...lists.models];
  const served = path === "workload.model";
  return (
    <div className="relative">
      {!served && (
        <div className="flex h-6 items-center">
          <Term help={help} className="text-muted text-xs">
            {label}
          </Term>
        </div>
      )}
      <RecordPicker
        label={label}
        showFacts
        value={value ?? ""}
        placeholder="Choose a model"
        chosen={items.find((item) => item.id === value)}
        items={items}
        onChange={(id) => dispatch({ type: "set", path, value: id, at: Date.now() })}
        action={served ? { label: "Import from a config.json…", run: () => setImporting(true) } : undefined}
      />
      {importing && (
        <Suspense>
          <ImportModelDialog
            onClose={() => setImporting(false)}
            onImport={async (model) => {
              setImporting(false);
              const { planWithCustomModel } = await import("@/lib/scenario/custom-edits");
              dispatch({ type: "change", scenario: planWithCustomModel(state.scenario, model) });
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
