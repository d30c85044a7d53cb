"use client";

import { type RefObject, useEffect, useState } from "react";
import { type CatalogColumn, type CatalogTable, originOf } from "@/lib/view/catalog/catalog-table";
import { OriginText } from "./origin-text";

type Props = {
  table: CatalogTable;
  columns: CatalogColumn[];
  body: RefObject<HTMLTableSectionElement | null>;
};
type Pointed = { row: string; column: string; left: number; top: number; above: boolean };

const WIDTH = 320;
const ROOM = 180;
const LEAVE_MS = 150;

/**
 * Where the figure under the pointer was read. One note for the whole table, so that a thousand cells cost nothing;
 * with the keyboard and by touch the same words are behind each row's "Sources" button.
 */
export function FigureNote({ table, columns, body }: Props) {
  const [pointed, setPointed] = useState<Pointed | null>(null);

  useEffect(() => {
    const rows = body.current;
    if (!rows) return;
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const close = () => setPointed(null);
    const over = (event: PointerEvent) => {
      if (event.pointerType !== "mouse" || !(event.target instanceof Element)) return;
      if (event.target.closest("[data-figure-note]")) return clearTimeout(leaving);
      const cell = event.target.closest<HTMLElement>("td[data-column]");
      clearTimeout(leaving);
      if (!cell || !rows.contains(cell)) leaving = setTimeout(close, LEAVE_MS);
      else setPointed(noteAt(cell));
    };
    const key = (event: KeyboardEvent) => event.key === "Escape" && close();
    document.addEventListener("pointerover", over);
    document.addEventListener("keydown", key);
    document.addEventListener("scroll", close, { capture: true, passive: true });
    return () => {
      clearTimeout(leaving);
      document.removeEventListener("pointerover", over);
      document.removeEventListener("keydown", key);
      document.removeEventListener("scroll", close, { capture: true });
    };
  }, [body]);

  const column = columns.find(({ id }) => id === pointed?.column);
  const origin = pointed && originOf(table, pointed.row, pointed.column);
  if (!pointed || !column || !origin) return null;
  const place = pointed.above ? { bottom: innerHeight - pointed.top } : { top: pointed.top };
  return (
    <div
      data-figure-note=""
      role="tooltip"
      style={{ left: pointed.left, width: WIDTH, ...place }}
      className="fixed z-50 rounded-md border border-line bg-surface p-2.5 text-xs shadow-[0_4px_16px_var(--shadow)]"
    >
      <p className="font-medium">{column.label}</p>
      <OriginText origin={origin} sources={table.sources} />
    </div>
  );
}

/** Under the cell, or above it where the window ends; never beyond the window's sides. */
function noteAt(cell: HTMLElement): Pointed | null {
  const { column } = cell.dataset;
  const row = cell.closest("tr")?.dataset.row;
  if (!row || !column) return null;
  const box = cell.getBoundingClientRect();
  const above = box.bottom + ROOM > innerHeight;
  const left = Math.max(8, Math.min(box.right - WIDTH, innerWidth - WIDTH - 8));
  return { row, column, left, top: above ? box.top : box.bottom, above };
}
