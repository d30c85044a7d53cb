"use client";

import { Fragment, lazy, type ReactNode, Suspense, useState } from "react";
import { type Explained, TableCell } from "@/components/charts/table-cell";
import { usePlanner } from "@/components/planner/planner-context";
import type { OptionEstimate } from "@/lib/engine";
import type { BoardRow } from "@/lib/view/board/board";
import { priceCells, priceColumnsIn, priceParts, priceScale } from "@/lib/view/board/price-columns";
import { newerPriceText } from "@/lib/view/newer-price";
import { headerUnit } from "@/lib/view/table";
import { priceColumn, priceLine } from "./price-column";

// Few look a price up, and nobody before the first answer.
const PriceOrigin = lazy(() => import("./price-origin"));

type Props = {
  part: "head" | "cells" | "line";
  options: readonly OptionEstimate[];
  /** Absent for headers, and for an API, whose price is of tokens. */
  row: BoardRow | undefined;
};

/**
 * Whose price a row rests on, on which terms and of which day: columns where there is room and on paper, elsewhere one
 * line below the name.
 */
export default function RowPrice({ part, options, row }: Props) {
  const { frozen, records, scenario } = usePlanner().state;
  const { currency } = scenario;
  const priceColumns = priceColumnsIn(currency);
  if (part === "line") {
    const parts = row ? priceParts(row.option, currency) : [];
    // A saved plan keeps its prices, and the catalog of its day.
    const newer =
      row && !frozen && newerPriceText(row.option, records.prices[row.option.option.accelerator], currency);
    return (
      <>
        <OriginButton
          row={row}
          className={`touch -mb-1 block min-h-6 py-1 text-left font-normal text-2xs text-muted max-md:-mt-2.5 print:hidden ${priceLine(frozen)}`}
        >
          {parts.map((text, place) => (
            <Fragment key={text}>
              <span className="whitespace-nowrap">
                {text}
                {place < parts.length - 1 && " ·"}
              </span>{" "}
            </Fragment>
          ))}
        </OriginButton>
        {newer && <span className="block font-normal text-2xs text-warn">{newer}</span>}
      </>
    );
  }
  const scale = priceScale(options, currency);
  const side = (kind: string) => (kind === "number" ? "text-right" : "text-left");
  if (part === "head") {
    return priceColumns.map(({ id, label, kind }) => (
      <th key={id} scope="col" className={`${priceColumn(frozen, id)} py-1.5 font-medium ${side(kind)}`}>
        {label}
        <span className="block min-h-4 font-normal">{kind === "number" && headerUnit(scale)}</span>
      </th>
    ));
  }
  const opened: Explained = (_, label, shown) => (
    <OriginButton row={row} className="min-h-6 min-w-6 leading-6">
      {shown}
      <span className="sr-only">, where {label} comes from</span>
    </OriginButton>
  );
  const table = {
    id: "prices",
    title: "",
    // What a number's explanation is said to be of.
    columns: [{ id: "option", label: "Option", kind: "text" } as const],
    rows: row ? [{ option: row.name, ...priceCells(row.option, row.index) }] : [],
  };
  return priceColumns.map((each) => (
    <td key={each.id} className={`${priceColumn(frozen, each.id)} py-2 leading-6 ${side(each.kind)}`}>
      <TableCell table={table} row={0} column={each} scale={scale} explained={opened} />
    </td>
  ));
}

/** A price that opens where it comes from. */
function OriginButton({
  row,
  className,
  children,
}: {
  row?: BoardRow | undefined;
  className: string;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        title="Where this price comes from"
        className={`figure ${className}`}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {open && row && (
        <Suspense>
          <PriceOrigin row={row} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
