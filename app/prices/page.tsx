import type { Metadata } from "next";
import { CatalogShell, PageTitle } from "@/components/catalog/catalog-shell";
import { PriceNav } from "@/components/catalog/price-nav";
import { RangeList } from "@/components/catalog/range-list";
import { RecordTable } from "@/components/catalog/record-table";
import * as catalog from "@/lib/catalog";
import { PRICE_DAYS, today } from "@/lib/view/catalog/age";
import { offersTable } from "@/lib/view/catalog/offers";
import { rangeViews } from "@/lib/view/catalog/price-ranges";
import { queryText } from "@/lib/view/catalog/table-address";
import { pricedAccelerators } from "./priced-accelerators";
import { acceleratorName } from "./record-names";
import { YourPrices } from "./your-prices";

export const metadata: Metadata = { title: "Prices" };

/** What accelerator-hours cost: published ranges, and every dated offer. */
export default async function PricesPage({ searchParams }: PageProps<"/prices">) {
  const plannable = (id: string) => catalog.accelerator(id) !== undefined;
  const startsPlans = (offer: { id: string; accelerator: string }) =>
    catalog.defaultPrice(offer.accelerator)?.id === offer.id;
  const table = offersTable(
    catalog.prices(),
    acceleratorName,
    plannable,
    startsPlans,
    catalog.source,
    today(),
  );
  return (
    <CatalogShell current="prices">
      <PageTitle title="Prices">
        Dated offers by provider, region and term. A price older than {PRICE_DAYS} days is marked old: check
        it with the provider, or put your own into the plan.
      </PageTitle>
      <PriceNav current="hours" />
      <YourPrices accelerators={pricedAccelerators()} />
      <h2 className="font-semibold text-base">Published ranges</h2>
      <RangeList {...rangeViews(catalog.priceRanges(), acceleratorName, catalog.source, today())} />
      <h2 className="mt-2 font-semibold text-base">Offers</h2>
      <RecordTable table={table} query={queryText(await searchParams)} />
    </CatalogShell>
  );
}
