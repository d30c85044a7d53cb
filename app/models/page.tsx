import type { Metadata } from "next";
import { CatalogShell, PageTitle } from "@/components/catalog/catalog-shell";
import { RecordTable } from "@/components/catalog/record-table";
import * as catalog from "@/lib/catalog";
import { modelsTable } from "@/lib/view/catalog/models";
import { queryText } from "@/lib/view/catalog/table-address";
import { countedModel } from "./counted-model";

export const metadata: Metadata = { title: "Models" };

/** Every model of the catalog. */
export default async function ModelsPage({ searchParams }: PageProps<"/models">) {
  const table = modelsTable(
    catalog.models().map(countedModel),
    catalog.incompleteModels(),
    (id) => catalog.format(id)?.name ?? id,
    catalog.source,
  );
  return (
    <CatalogShell current="models">
      <PageTitle title="Models">
        Open models with their layers. Parameters and KV cache are counted from the layers, not taken from a
        headline.
      </PageTitle>
      <RecordTable table={table} query={queryText(await searchParams)} />
    </CatalogShell>
  );
}
