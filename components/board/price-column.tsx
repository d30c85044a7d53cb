import type { PriceColumn } from "@/lib/view/board/price-columns";

/** Room for each: kept before what fills it is here, so that no number moves then. */
const room: Record<PriceColumn, string> = {
  acceleratorPrice: "min-w-18",
  provider: "min-w-22",
  term: "min-w-20",
  asOf: "min-w-20",
};

/**
 * The look of a column that says where a price comes from. A saved plan has the page's whole width, the planner shares
 * it with its inputs.
 */
export const priceColumn = (frozen: boolean, id: PriceColumn): string =>
  `hidden whitespace-nowrap px-1.5 text-xs print:table-cell ${frozen ? "lg:table-cell" : "min-[1800px]:table-cell"} ${room[id]}`;

/** A line says the same where those columns are not shown; where they are, it is hidden. */
export const priceLine = (frozen: boolean): string => (frozen ? "lg:hidden" : "min-[1800px]:hidden");

/** The same columns while what fills them is on its way. */
export const awaitedColumns = (frozen: boolean) =>
  (Object.keys(room) as PriceColumn[]).map((id) => (
    <td key={id} data-awaited className={priceColumn(frozen, id)} />
  ));
