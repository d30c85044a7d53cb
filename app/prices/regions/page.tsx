import type { Metadata } from "next";
import { CatalogShell, PageTitle } from "@/components/catalog/catalog-shell";
import { PriceNav } from "@/components/catalog/price-nav";
import { RecordTable } from "@/components/catalog/record-table";
import * as catalog from "@/lib/catalog";
import { regionsTable } from "@/lib/view/catalog/regions";
import { queryText } from "@/lib/view/catalog/table-address";

export const metadata: Metadata = { title: "Regions of clouds" };

/** Regions of clouds with the electricity, PUE and carbon of where they stand. */
export default async function RegionsPage({ searchParams }: PageProps<"/prices/regions">) {
  return (
    <CatalogShell current="prices">
      <PageTitle title="Regions of clouds">
        Where machines stand, and what that means for energy. What a cloud does not state of a region comes
        from the state, country or continent that it lies in; each figure says of which.
      </PageTitle>
      <PriceNav current="regions" />
      <RecordTable
        table={regionsTable(catalog.regions(), catalog.place, catalog.source)}
        query={queryText(await searchParams)}
      />
    </CatalogShell>
  );
}
