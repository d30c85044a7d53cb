import type { Metadata } from "next";
import { CatalogShell, PageTitle } from "@/components/catalog/catalog-shell";
import { PriceNav } from "@/components/catalog/price-nav";
import { RecordTable } from "@/components/catalog/record-table";
import * as catalog from "@/lib/catalog";
import { energyTable } from "@/lib/view/catalog/energy";
import { queryText } from "@/lib/view/catalog/table-address";

export const metadata: Metadata = { title: "Energy and space" };

/** Electricity, PUE and colocation by region. */
export default async function EnergyPage({ searchParams }: PageProps<"/prices/energy">) {
  return (
    <CatalogShell current="prices">
      <PageTitle title="Energy and space">
        What electricity, cooling and floor space cost, and the carbon of the grid, by country and state. Some
        figures are weak: each says why, and your own contract beats all of them.
      </PageTitle>
      <PriceNav current="energy" />
      <RecordTable
        table={energyTable(catalog.energy(), catalog.dollarsOf, catalog.source)}
        query={queryText(await searchParams)}
      />
    </CatalogShell>
  );
}
