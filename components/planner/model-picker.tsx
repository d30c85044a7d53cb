"use client";

import { Suspense, useState } from "react";
import { ImportModelDialog } from "@/components/custom/lazy-dialogs";
import { type FieldPath, fields } from "@/lib/scenario/fields";
import { getIn } from "@/lib/scenario/set-in";
import { LabelledPicker } from "./labelled-picker";
import type { PickerProps } from "./picker-face";
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
  const picker: PickerProps = {
    label,
    showFacts: true,
    value: value ?? "",
    placeholder: "Choose a model",
    chosen: items.find((item) => item.id === value),
    items,
    onChange: (id) => dispatch({ type: "set", path, value: id, at: Date.now() }),
  };
  // The served model stands under a heading of its own, and is the one that a file may bring.
  if (path !== "workload.model") return <LabelledPicker help={help} {...picker} />;
  const action = { label: "Import from a config.json…", run: () => setImporting(true) };
  return (
    <div className="relative">
      <RecordPicker {...picker} action={action} />
      {importing && (
        <Suspense>
          <ImportModelDialog
            formatName={(id) => state.records.formats[id]?.name ?? id}
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
