"use client";

import { lazy, type ReactNode, Suspense } from "react";
import { TableCell } from "@/components/charts/table-cell";
import { figureCell } from "@/components/planner/figure-cell";
import { usePlanner } from "@/components/planner/planner-context";
import { RangeBand } from "@/components/planner/range-band";
import { Term } from "@/components/ui/term";
import type { Estimate } from "@/lib/engine";
import { headline } from "@/lib/engine/headlines";
import { ownScale } from "@/lib/units";
import type { ApiRow } from "@/lib/view/board/api-offers";
import type { Board, BoardRow } from "@/lib/view/board/board";
import { boardTable } from "@/lib/view/board/board-table";
import { meanFigure, shownGoals } from "@/lib/view/goals";
import { seriesColor } from "@/lib/view/palette";
import { simulatedHelp } from "@/lib/view/simulated-time";
import { hasGoals } from "@/lib/view/standing";
import { type Column, columnScale, headerUnit } from "@/lib/view/table";
import { EvidenceChip } from "./evidence-chip";
import { GoalMark } from "./goal-mark";
import { awaitedColumns } from "./price-column";
import { RowName } from "./row-name";

const RowPrice = lazy(() => import("./row-price"));
const ApiName = lazy(() => import("./api-name"));

type Props = {
  estimate: Estimate;
  board: Board;
  slots: readonly number[];
  chosen: number | null;
  onHover: (index: number | null) => void;
};

/** The ranked table: who keeps the goals by cost, a rule, then the rest; on a phone two lines a row. */
export function BoardTable({ estimate, board, slots, chosen, onHover }: Props) {
  "use memo";
  const table = boardTable(estimate, board);
  const goals = shownGoals(estimate.scenario);
  const numbers = table.columns.filter(({ kind }) => kind === "number");
  const scales = new Map(numbers.map((column) => [column.id, columnScale(table, column)]));
  // The table's own order: who keeps the goals, APIs, the rest.
  const rows: readonly (BoardRow | ApiRow)[] = [...board.kept, ...board.apis, ...board.rest];
  const slotOf = ({ index }: BoardRow) => slots[index] ?? 1;
  const cell = (place: number, column: Column, withUnit = false) => (
    <TableCell
      table={table}
      row={place}
      column={column}
      scale={scales.get(column.id) ?? ownScale}
      explained={figureCell}
      withUnit={withUnit}
    />
  );
  const mark = (row: BoardRow, id: string) =>
    goals.some((goal) => goal === id) && <GoalMark check={row.goals.find(({ goal }) => goal === id)} />;
  const { frozen } = usePlanner().state;
  const price = (part: "head" | "cells" | "line", row?: BoardRow | ApiRow) => (
    <Suspense fallback={part !== "line" && awaitedColumns(frozen)}>
      <RowPrice part={part} options={estimate.options} row={row && !isApi(row) ? row : undefined} />
    </Suspense>
  );
  const isChosen = (row: BoardRow | ApiRow) => !isApi(row) && row.index === chosen;
  const name = (row: BoardRow | ApiRow) =>
    isApi(row) ? (
      <Suspense>
        <ApiName row={row} />
      </Suspense>
    ) : (
      <>
        <RowName row={row} slot={slotOf(row)} chosen={isChosen(row)} />
        {price("line", row)}
      </>
    );
  const evidence = (row: BoardRow | ApiRow, place: number) => {
    const text = String(table.rows[place]?.evidence ?? "–");
    return isApi(row) ? (
      <span className="text-muted max-md:whitespace-nowrap" title="How fast it answers nobody says">
        {text}
      </span>
    ) : (
      <EvidenceChip option={row.index} text={text} />
    );
  };
  const band = (row: BoardRow) => row.band && <RangeBand band={row.band} color={seriesColor(slotOf(row))} />;
  const above = board.kept.length + board.apis.length;
  const rules = new Map([
    ...(hasGoals(estimate) && board.apis.length > 0 ? [[board.kept.length, UNKNOWN] as const] : []),
    ...(above > 0 && board.rest.length > 0 ? [[above, RULE] as const] : []),
  ]);
  return (
    <>
      <table className="w-full border-collapse @max-2xl:hidden" onPointerLeave={() => onHover(null)}>
        <caption className="sr-only">{table.title}</caption>
        <thead>
          <tr className="border-line border-b text-left align-bottom text-muted text-xs">
            <th scope="col" className="py-1.5 pr-2 pl-3 font-medium">
              Option
            </th>
            {price("head")}
            {numbers.map((column) => (
              <th key={column.id} scope="col" className="px-1.5 py-1.5 text-right font-medium">
                <Term help={helpOf(estimate, column.id)}>{column.label}</Term>
                <span className="block min-h-4 font-normal">
                  {headerUnit(scales.get(column.id) ?? ownScale)}
                </span>
              </th>
            ))}
            <th scope="col" className="py-1.5 pr-3 pl-1.5 font-medium">
              Evidence
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <Ruled key={keyOf(row)} rule={rules.get(place)} columns={numbers.length + 6}>
              <tr
                onPointerEnter={() => onHover(isApi(row) ? null : row.index)}
                className={`border-line border-b align-top last:border-0 hover:bg-inset ${isChosen(row) ? "bg-accent-soft" : ""}`}
              >
                <th scope="row" className="min-w-44 py-2 pr-2 pl-3 text-left">
                  {name(row)}
                </th>
                {price("cells", row)}
                {numbers.map((column) => (
                  <td key={column.id} className="whitespace-nowrap px-1.5 py-2 text-right leading-6">
                    {cell(place, column)}
                    {!isApi(row) && mark(row, column.id)}
                    {!isApi(row) && column.id === "costPerToken" && band(row)}
                  </td>
                ))}
                <td className="text-balance pt-3 pr-3 pb-2 pl-1.5 text-xs">{evidence(row, place)}</td>
              </tr>
            </Ruled>
          ))}
        </tbody>
      </table>
      <ul className="@2xl:hidden" aria-label={table.title}>
        {rows.map((row, place) => (
          <li key={keyOf(row)} className="border-line border-b last:border-0">
            {rules.has(place) && <p className="bg-inset px-3 py-1 text-muted text-xs">{rules.get(place)}</p>}
            <div className={`px-3 pb-2 ${isChosen(row) ? "bg-accent-soft" : ""}`}>
              <div className="flex items-baseline gap-2">
                <div className="min-w-0 grow">{name(row)}</div>
                <span className="whitespace-nowrap text-right font-semibold">
                  {phoneCell("monthlyCost", place)}
                  <span className="block font-normal text-xs">{phoneCell("costPerToken", place)}</span>
                </span>
              </div>
              <div className="flex flex-wrap items-center justify-between gap-x-2 text-xs">
                {goals.map((id) => (
                  <span key={id} className="whitespace-nowrap">
                    <span className="mr-1 text-muted">
                      {numbers.find((column) => column.id === id)?.label}
                    </span>
                    {phoneCell(id, place)}
                    {!isApi(row) && mark(row, id)}
                  </span>
                ))}
                {evidence(row, place)}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  );

  function phoneCell(id: string, place: number): ReactNode {
    const column = numbers.find((each) => each.id === id);
    return column && cell(place, column, true);
  }
}

const isApi = (row: BoardRow | ApiRow): row is ApiRow => "month" in row;
const keyOf = (row: BoardRow | ApiRow) => `${isApi(row) ? "api" : "option"}-${row.index}`;

const UNKNOWN = "How fast these answer is not known, nor whether they keep the goals";
const RULE = "These do not keep what is asked";

/** A row, under the rule of its part where it is the first of one. */
function Ruled({
  rule,
  columns,
  children,
}: {
  rule?: string | undefined;
  columns: number;
  children: ReactNode;
}) {
  return (
    <>
      {rule && (
        <tr className="border-line border-b bg-inset">
          <td colSpan={columns} className="px-3 py-1 text-muted text-xs">
            {rule}
          </td>
        </tr>
      )}
      {children}
    </>
  );
}

/** What the figure under a header means. */
const helpOf = ({ options }: Estimate, id: string): string => {
  if (!(id in meanFigure)) return headline(id as "costPerToken").help ?? "";
  const goal = id as keyof typeof meanFigure;
  return options.some(({ operation }) => operation)
    ? simulatedHelp(goal)
    : (headline(meanFigure[goal]).help ?? "");
};
