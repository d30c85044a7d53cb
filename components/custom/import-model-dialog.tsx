"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { FileDrop } from "@/components/ui/file-drop";
import type { ModelReading } from "@/lib/catalog/import";
import { type GivenFile, importFromFiles } from "@/lib/catalog/import/from-files";
import type { Model } from "@/lib/catalog/schema";
import { DialogActions, DialogFrame } from "./dialog-frame";
import { ModelSheet } from "./model-sheet";

/** B. The index of the largest checkpoints is a quarter of it; more is no text that a person means. */
const MAX_BYTES = 2 ** 26;

type Props = {
  formatName: (id: string) => string;
  onClose: () => void;
  onImport: (model: Model) => void;
};

/** A configuration is pasted, dropped or chosen; the record that it makes is checked, edited and put to use. */
export default function ImportModelDialog({ formatName, onClose, onImport }: Props) {
  const [files, setFiles] = useState<readonly GivenFile[]>([]);
  const [reading, setReading] = useState<ModelReading | null>(null);
  const pasted = files.find(({ name }) => name === "")?.text ?? "";
  const named = files.filter(({ name }) => name !== "");

  function read(next: readonly GivenFile[]) {
    setFiles(next);
    setReading(next.length > 0 ? importFromFiles(next) : null);
  }

  return (
    <DialogFrame
      title="Import a model"
      description="From the config.json that is published with it. Nothing leaves this browser until you save or share the plan."
      onClose={onClose}
    >
      <FileDrop
        hint="Drop config.json here. Beside it, hf_quant_config.json says how the weights were quantised, and model.safetensors.index.json how many bytes are stored."
        label="Configuration files"
        content="a configuration"
        maxBytes={MAX_BYTES}
        accept=".json,application/json"
        multiple
        // A chosen configuration takes the place of a pasted one, and a file that of its namesake.
        onFiles={(given) =>
          read([...named.filter(({ name }) => !given.some((other) => other.name === name)), ...given])
        }
        onRefuse={(message) => setReading({ ok: false, field: "file", message })}
      />
      {named.length > 0 && (
        <p className="mt-1 text-muted text-xs">Read: {named.map(({ name }) => name).join(", ")}</p>
      )}
      <label htmlFor="model-config" className="mt-3 mb-0.5 block text-muted text-xs">
        Or paste it
      </label>
      <textarea
        id="model-config"
        value={pasted}
        rows={reading?.ok ? 3 : 8}
        spellCheck={false}
        placeholder='{ "model_type": "llama", … }'
        aria-invalid={reading?.ok === false ? true : undefined}
        aria-describedby={reading?.ok === false ? "model-config-error" : undefined}
        onChange={(event) => {
          const text = event.currentTarget.value;
          read(text.trim() === "" ? named : [...named, { name: "", text }]);
        }}
        className="control w-full px-2 py-1 font-mono text-xs"
      />
      {reading?.ok === false && (
        <FieldError id="model-config-error" message={`${reading.field}: ${reading.message}`} />
      )}
      {reading?.ok && (
        <ModelSheet
          model={reading.model}
          notes={reading.notes}
          formatName={formatName}
          onChange={(model) => setReading({ ...reading, model })}
        />
      )}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          look="primary"
          disabled={!reading?.ok || reading.model.name.trim() === ""}
          onClick={() => reading?.ok && onImport(reading.model)}
        >
          Plan with it
        </Button>
      </DialogActions>
    </DialogFrame>
  );
}
