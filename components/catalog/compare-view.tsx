import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { formatQuantity } from "@/lib/units";
import { type CatalogColumn, originOf } from "@/lib/view/catalog/catalog-table";
import { compareRecords, ratioOf } from "@/lib/view/catalog/compare-records";
import { cellValue } from "@/lib/view/table";
import { CellValue } from "./cell";
import type { TableControls } from "./table-toolbar";

type Props = TableControls & { columns: CatalogColumn[] };

/** The selected records side by side, each amount with its ratio to the first record's. */
export function CompareView({ table, columns, state, change }: Props) {
  const compared = compareRecords(table, state.selected, columns);
  const records = state.selected.flatMap((id) => table.rows.find((row) => row.id === id) ?? []);
  const [name, ...figures] = columns;
  const nameOf = (index: number) => String(records[index]?.[name?.id ?? ""] ?? "");
  const drop = (id: string) => {
    const selected = state.selected.filter((other) => other !== id);
    change({ selected, compare: selected.length > 1 });
  };
  return (
    <section
      aria-label={compared.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-w-0 overflow-auto rounded-lg border border-line bg-surface md:w-fit md:max-w-full"
    >
      <table className="border-separate border-spacing-0 max-md:block max-md:w-full">
        <caption className="sr-only">
          {compared.title}; ratios are to {nameOf(0)}
        </caption>
        <thead className="max-md:block max-md:border-line max-md:border-b max-md:p-3">
          <tr className="text-left align-bottom max-md:block">
            <th
              scope="col"
              className="sticky left-0 z-10 border-line border-b bg-surface py-2 pr-2 pl-4 text-muted text-xs max-md:hidden"
            >
              Figure
            </th>
            {records.map((record, index) => (
              <th
                key={record.id}
                scope="col"
                className="min-w-40 border-line border-b px-2 py-2 font-medium max-md:flex max-md:items-center max-md:border-0 max-md:p-0 md:text-right"
              >
                <span className="max-md:grow">{nameOf(index)}</span>
                <IconButton
                  label={`Leave ${nameOf(index)} out`}
                  onClick={() => drop(record.id)}
                  className="align-middle"
                >
                  <Icon name="close" className="h-4 w-4" />
                </IconButton>
                <span className="block font-normal text-muted text-xs max-md:hidden">
                  {index === 0 ? "ratios are to this one" : <span className="invisible">.</span>}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {figures.map((column, position) => {
            const line = compared.rows[position] ?? {};
            const hasRatio = records.slice(1).some(({ id }) => typeof line[ratioOf(id)] === "number");
            return (
              <tr
                key={column.id}
                className="hover:bg-inset max-md:block max-md:border-line max-md:border-b max-md:px-3 max-md:py-2"
              >
                <th
                  scope="row"
                  className="sticky left-0 z-[5] border-line border-b bg-surface py-1.5 pr-4 pl-4 text-left font-medium max-md:static max-md:block max-md:border-0 max-md:bg-transparent max-md:p-0"
                >
                  {column.label}{" "}
                  <span className="font-normal text-muted text-xs">{cellValue(line.unit)}</span>
                </th>
                {records.map((record, index) => {
                  const ratio = index > 0 ? line[ratioOf(record.id)] : null;
                  return (
                    <td
                      key={record.id}
                      data-label={nameOf(index)}
                      className="border-line border-b px-2 py-1.5 text-right max-md:flex max-md:justify-between max-md:gap-4 max-md:border-0 max-md:p-0 max-md:before:text-left max-md:before:text-muted max-md:before:content-[attr(data-label)]"
                    >
                      {/* On a phone the figures stand under each other, so all leave the same room for a ratio. */}
                      <span className={hasRatio && typeof ratio !== "number" ? "max-md:pr-16" : ""}>
                        <CellValue
                          column={column}
                          row={record}
                          origin={originOf(table, record.id, column.id)}
                        />
                        {typeof ratio === "number" && (
                          <span className="ml-2 inline-block w-14 text-muted text-xs">
                            × {formatQuantity(ratio, "1").number}
                          </span>
                        )}
                      </span>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
