"use client";

import { useRef, useState } from "react";
import { formatQuantity } from "@/lib/units";
import { Button } from "./button";

/** A file that was given, read as text. */
export type TextFile = { name: string; text: string };

type Read = {
  /** B. A file beyond it is refused without being read. */
  maxBytes: number;
  onFiles: (files: TextFile[]) => void;
  onRefuse: (message: string) => void;
};
type Taken = {
  /** Takes the files as they are, however large: whoever reads them says what is too much. */
  onChosen: (files: readonly File[]) => void;
};

type Props = {
  /** What to drop, for a reader. */
  hint: string;
  /** The name of the input, for those who do not see it. */
  label: string;
  /** What the files are together: "a price list". */
  content: string;
  /** File endings and media types, as an input takes them. */
  accept: string;
  /** Whether several files can be given at once; otherwise the first counts. */
  multiple?: boolean;
} & (Read | Taken);

/** Takes text files by dropping them or by choosing them. */
export function FileDrop({ hint, label, content, accept, multiple, ...then }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  async function take(list: FileList | null) {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    if ("onChosen" in then) return files.length > 0 ? then.onChosen(files) : undefined;
    const { maxBytes, onFiles, onRefuse } = then;
    const large = files.find((file) => file.size > maxBytes);
    if (large) {
      return onRefuse(`${large.name} has ${formatQuantity(large.size, "B").full}, too much for ${content}`);
    }
    const read: TextFile[] = [];
    for (const file of files) {
      try {
        read.push({ name: file.name, text: await file.text() });
      } catch {
        return onRefuse(`${file.name} could not be read: it was moved, changed or is no file`);
      }
    }
    if (read.length > 0) onFiles(read);
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
      <p className="min-w-0 break-words text-muted text-sm">{hint}</p>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        accept={accept}
        aria-label={label}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          void take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      <Button className="shrink-0" onClick={() => input.current?.click()}>
        {multiple ? "Choose files" : "Choose a file"}
      </Button>
    </div>
  );
}
