"use client";

import { useState } from "react";
import { DialogActions, DialogFrame } from "@/components/custom/dialog-frame";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { FileDrop } from "@/components/ui/file-drop";
import type { CsvParser } from "@/lib/csv/lines";
import type { PriceBookEntry } from "@/lib/scenario/price-book";
import { type PriceListReading, readPriceList } from "@/lib/scenario/price-book-rows";
import { csvCells } from "./csv-cells";
import { ListReport, noteText, rowCount } from "./list-report";
import { type PricedAccelerator, PriceList } from "./price-list";

type Props = {
  accelerators: readonly PricedAccelerator[];
  parse: CsvParser;
  /** How many prices would be replaced. */
  held: number;
  onClose: () => void;
  /** Puts the prices to use; answers with why that failed. */
  onUse: (entries: PriceBookEntry[], file: string | undefined) => string | undefined;
};

/** UTF-8 takes up to three bytes for a character. A file of a whole cloud's prices has some two million of them. */
const MAX_BYTES = 6 * 1024 * 1024;

const EXAMPLE = `accelerator,price,note
NVIDIA H100 SXM 80GB,$2.49/h,3-year contract
amd-mi300x,1.85,`;

/** A price list is dropped, chosen or pasted, shown as it was understood, and only then put to use. */
export default function ImportPricesDialog({ accelerators, parse, held, onClose, onUse }: Props) {
  const [text, setText] = useState("");
  const [file, setFile] = useState<string>();
  const [reading, setReading] = useState<PriceListReading | null>(null);
  const [failure, setFailure] = useState<string>();

  /** A file of a known kind is read by its own rules; any other text as a list of headings and rows. */
  async function readFile(next: string, name: string) {
    const { isSnapshot, readSnapshotList } = await import("./snapshot-list");
    if (!isSnapshot(next)) return read(next, name);
    setText("");
    setFile(name);
    setFailure(undefined);
    setReading(await readSnapshotList(name, next, accelerators));
  }

  function read(next: string, name: string | undefined) {
    const cells = csvCells(next, parse);
    setText(next);
    setFile(name);
    setFailure(undefined);
    setReading(next.trim() === "" ? null : cells.ok ? readPriceList(cells.csv, accelerators) : cells);
  }

  const entries = reading?.ok ? reading.entries : [];
  const left = reading?.ok ? reading.refused : [];
  const own = !(reading?.ok && reading.shape !== undefined);
  const message = failure ?? (reading?.ok === false ? noteText(reading.refusal) : undefined);
  return (
    <DialogFrame
      title={held > 0 ? "Replace your prices" : "Import your prices"}
      description={`Your own list: a line of headings (accelerator, price, note), then a row for each accelerator by its name or id. A price is in US dollars per accelerator and hour.${held > 0 ? ` The list takes the place of the ${held} you have.` : ""}`}
      onClose={onClose}
    >
      <FileDrop
        hint="Drop a CSV file here, or a price file of a cloud (SkyPilot, Karpenter, gpu-price-index)."
        label="CSV file of prices"
        content="a price list"
        maxBytes={MAX_BYTES}
        accept=".csv,.txt,.tsv,.json,.go,text/csv,text/plain,application/json"
        onFiles={([given]) => given && readFile(given.text, given.name)}
        onRefuse={setFailure}
      />
      {own && (
        <label htmlFor="price-list" className="mt-3 mb-0.5 block text-muted text-xs">
          {file && text ? `From ${file}; correct it here if need be` : "Or paste it"}
        </label>
      )}
      {own && (
        <textarea
          id="price-list"
          value={text}
          rows={reading ? 5 : 8}
          spellCheck={false}
          placeholder={EXAMPLE}
          aria-invalid={message ? true : undefined}
          aria-describedby={message ? "price-list-error" : undefined}
          onChange={(event) => read(event.currentTarget.value, file)}
          className="control w-full whitespace-pre px-2 py-1 font-mono text-xs"
        />
      )}
      {message && <FieldError id="price-list-error" message={message} />}
      {reading?.ok && <ListReport reading={reading} />}
      {entries.length > 0 && (
        <div className="mt-3">
          <PriceList title="Prices as they were understood" entries={entries} accelerators={accelerators} />
        </div>
      )}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          look="primary"
          disabled={entries.length === 0}
          onClick={() => setFailure(onUse(entries, file))}
        >
          Use these prices{own && left.length > 0 ? `, leave out ${rowCount(left)}` : ""}
        </Button>
      </DialogActions>
    </DialogFrame>
  );
}
