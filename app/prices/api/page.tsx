import type { Metadata } from "next";
import { CatalogShell, PageTitle } from "@/components/catalog/catalog-shell";
import { PriceNav } from "@/components/catalog/price-nav";
import { RecordTable } from "@/components/catalog/record-table";
import * as catalog from "@/lib/catalog";
import { today } from "@/lib/view/catalog/age";
import { apiPricesTable } from "@/lib/view/catalog/api-prices";
import { queryText } from "@/lib/view/catalog/table-address";
import { modelName } from "../record-names";

export const metadata: Metadata = { title: "Managed APIs" };

/** What managed APIs charge for the models of this catalog. */
export default async function ApiPricesPage({ searchParams }: PageProps<"/prices/api">) {
  const plannable = (id: string) => catalog.model(id) !== undefined;
  const table = apiPricesTable(catalog.apiPrices(), modelName, plannable, catalog.source, today());
  return (
    <CatalogShell current="prices">
      <PageTitle title="Managed APIs">
        What providers charge per million tokens for models of this catalog, to hold a plan of your own
        against.
      </PageTitle>
      <PriceNav current="api" />
      <RecordTable table={table} query={queryText(await searchParams)} />
    </CatalogShell>
  );
}
