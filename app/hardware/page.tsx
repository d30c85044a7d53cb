import type { Metadata } from "next";
import { CatalogShell, PageTitle } from "@/components/catalog/catalog-shell";
import { RecordTable } from "@/components/catalog/record-table";
import * as catalog from "@/lib/catalog";
import { today } from "@/lib/view/catalog/age";
import { hardwareTable } from "@/lib/view/catalog/hardware";
import { queryText } from "@/lib/view/catalog/table-address";

export const metadata: Metadata = { title: "Hardware" };

/** Every accelerator of the catalog. */
export default async function HardwarePage({ searchParams }: PageProps<"/hardware">) {
  const entries = [...catalog.accelerators(), ...catalog.incompleteAccelerators()].map((accelerator) => ({
    accelerator,
    price: catalog.defaultPrice(accelerator.id),
  }));
  return (
    <CatalogShell current="hardware">
      <PageTitle title="Hardware">
        Accelerators as their datasheets describe them. Rates are dense. Point at a figure, or open its row,
        to see where it was read.
      </PageTitle>
      <RecordTable
        table={hardwareTable(entries, catalog.source, today())}
        query={queryText(await searchParams)}
      />
    </CatalogShell>
  );
}
