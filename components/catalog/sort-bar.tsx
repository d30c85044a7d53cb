import type { ReactTable } from "@tanstack/react-table";
import { IconButton } from "@/components/ui/icon-button";
import { SelectField } from "@/components/ui/select-field";
import type { CatalogColumn, CatalogRow } from "@/lib/view/catalog/catalog-table";
import type { CatalogFeatures } from "./table-features";

type Props = { instance: ReactTable<CatalogFeatures, CatalogRow>; columns: CatalogColumn[] };

/** The order of cards on a narrow screen, where there are no column heads to press. */
export function SortBar({ instance, columns }: Props) {
  const [sort] = instance.state.sorting;
  return (
    <div className="flex items-center gap-2 md:hidden">
      <SelectField
        id="sort-by"
        label="Sort by"
        value={sort?.id ?? ""}
        choices={[
          { value: "", label: "Sort: as listed" },
          ...columns.map(({ id, label }) => ({ value: id, label: `Sort: ${label}` })),
        ]}
        onChange={(id) =>
          instance.setSorting(id ? [{ id, desc: instance.getColumn(id)?.getFirstSortDir() === "desc" }] : [])
        }
        className="grow"
      />
      {sort && (
        <IconButton
          label={sort.desc ? "Largest first; turn round" : "Smallest first; turn round"}
          onClick={() => instance.setSorting([{ id: sort.id, desc: !sort.desc }])}
        >
          <span aria-hidden="true">{sort.desc ? "▼" : "▲"}</span>
        </IconButton>
      )}
    </div>
  );
}
