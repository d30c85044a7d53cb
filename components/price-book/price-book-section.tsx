"use client";

import { lazy, Suspense, useState } from "react";
import { CsvButton } from "@/components/charts/csv-button";
import { Button } from "@/components/ui/button";
import type { CsvParser } from "@/lib/csv/lines";
import { type PriceBook, priceBook } from "@/lib/scenario/price-book";
import { today } from "@/lib/view/catalog/age";
import { keepBook } from "./book-store";
import { bookTable } from "./book-table";
import { type PricedAccelerator, PriceList } from "./price-list";
import { usePriceBook } from "./use-price-book";

const ImportPricesDialog = lazy(() => import("./import-prices-dialog"));

type Props = {
  accelerators: readonly PricedAccelerator[];
  /** Loads what takes a CSV file apart; asked for by the first import. */
  loadParser: () => Promise<CsvParser>;
};

/** A person's own prices: brought in from a list, looked at, taken away and removed. They stay in this browser. */
export function PriceBookSection({ accelerators, loadParser }: Props) {
  const { book, damaged, known } = usePriceBook();
  const [parse, setParse] = useState<{ run: CsvParser } | null>(null);
  const [shown, setShown] = useState(false);
  const [removed, setRemoved] = useState<PriceBook | null>(null);
  const [notice, setNotice] = useState<string>();

  async function open() {
    setNotice(undefined);
    try {
      const run = await loadParser();
      setParse({ run });
    } catch {
      setNotice("What reads price files could not be loaded. Check the connection, then try again.");
    }
  }

  /** Keeps another book, or none; a failure is said where the person looks. */
  function keep(next: PriceBook | null): string | undefined {
    const kept = keepBook(next);
    if (!kept.ok) return kept.message;
    setRemoved(next === null ? book : null);
    return undefined;
  }

  return (
    <section
      aria-labelledby="your-prices"
      className="rounded-lg border border-line bg-surface p-4 max-md:px-3"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 max-w-3xl">
          <h2 id="your-prices" className="font-semibold text-base">
            Your prices
          </h2>
          <p className="mt-0.5 text-muted [overflow-wrap:anywhere]">
            {book ? <BookLine book={book} /> : <EmptyLine damaged={damaged} removed={removed !== null} />}
          </p>
        </div>
        {/* Which buttons there are depends on the book: none is there to press before their places are sure. */}
        <div className={`flex flex-wrap gap-2 ${known ? "" : "invisible"}`}>
          {book && (
            <>
              <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
                {shown ? "Hide" : "Show"}
              </Button>
              <CsvButton table={() => bookTable(book)} />
            </>
          )}
          {removed && !book && <Button onClick={() => setNotice(keep(removed))}>Undo</Button>}
          <Button onClick={open}>{book ? "Replace" : "Import prices"}</Button>
          {(book || damaged) && <Button onClick={() => setNotice(keep(null))}>Remove</Button>}
        </div>
      </div>
      {notice && (
        <p role="alert" className="mt-2 text-bad">
          {notice}
        </p>
      )}
      {book && shown && (
        <div className="mt-3 max-w-3xl">
          <PriceList title="Your prices" entries={book.entries} accelerators={accelerators} />
        </div>
      )}
      {parse && (
        <Suspense>
          <ImportPricesDialog
            accelerators={accelerators}
            parse={parse.run}
            held={book?.entries.length ?? 0}
            onClose={() => setParse(null)}
            onUse={(entries, file) => {
              const failure = keep(priceBook(entries, today(), file));
              if (failure === undefined) setParse(null);
              return failure;
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

function BookLine({ book: { entries, file, importedOn } }: { book: PriceBook }) {
  return (
    <>
      {entries.length === 1 ? "1 price" : `${entries.length} prices`}
      {file ? ` from ${file}` : ""}, imported {importedOn}.{" "}
      <a href="/" className="text-accent underline underline-offset-2">
        Put them into a plan
      </a>{" "}
      with “Use my prices” under its hardware.
    </>
  );
}

function EmptyLine({ damaged, removed }: { damaged: boolean; removed: boolean }) {
  if (damaged) return "The prices kept in this browser cannot be read any more. Import the list again.";
  if (removed) return "Removed. Plans keep the prices they use already.";
  return "Plan with what you pay: import your own list as CSV, or a price file of a cloud. It stays in this browser.";
}
