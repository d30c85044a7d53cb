"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { GivenFile } from "@/lib/catalog/import/from-files";
import { formatQuantity } from "@/lib/units";

/** B. The index of the largest checkpoints is a quarter of it; more is no text that a person means. */
const MAX_BYTES = 2 ** 26;

type Props = { onFiles: (files: GivenFile[]) => void; onRefuse: (message: string) => void };

/** Takes files by dropping them or by choosing them. */
export function FileDrop({ onFiles, onRefuse }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  async function take(list: FileList | null) {
    const files = [...(list ?? [])];
    const large = files.find((file) => file.size > MAX_BYTES);
    if (large)
      return onRefuse(
        `${large.name} has ${formatQuantity(large.size, "B").full}, too much for a configuration`,
      );
    if (files.length > 0)
      onFiles(await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everyone's.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files);
      }}
      className={`mt-4 flex items-center justify-between gap-3 rounded-md border border-dashed p-3 ${over ? "border-accent bg-accent-soft" : "border-line-strong"}`}
    >
      <p className="min-w-0 break-words text-muted text-sm">
        Drop config.json here; model.safetensors.index.json beside it says how many bytes are stored.
      </p>
      <input
        ref={input}
        type="file"
        multiple
        accept=".json,application/json"
        aria-label="Configuration files"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          void take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      <Button className="shrink-0" onClick={() => input.current?.click()}>
        Choose files
      </Button>
    </div>
  );
}
