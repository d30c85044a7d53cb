"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { formatQuantity } from "@/lib/units";
import { MAX_CSV } from "./csv-cells";

/** UTF-8 takes up to three bytes for a character; a file beyond that is no price list, and is not even read. */
const MAX_BYTES = 3 * MAX_CSV;

type Props = { onFile: (text: string, name: string) => void; onRefuse: (message: string) => void };

/** Takes one CSV file by dropping or by choosing it. */
export function CsvDrop({ onFile, onRefuse }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  async function take(files: FileList | null) {
    const [file] = files ?? [];
    if (!file) return;
    if (file.size > MAX_BYTES) {
      return onRefuse(`${file.name} has ${formatQuantity(file.size, "B").full}, too much for a price list`);
    }
    try {
      onFile(await file.text(), file.name);
    } catch {
      onRefuse(`${file.name} could not be read: it was moved, changed or is no file`);
    }
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
      <p className="min-w-0 text-muted text-sm">Drop a CSV file here.</p>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        aria-label="CSV file of prices"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          void take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      <Button className="shrink-0" onClick={() => input.current?.click()}>
        Choose a file
      </Button>
    </div>
  );
}
