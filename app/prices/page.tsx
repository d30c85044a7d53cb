import type { Metadata } from "next";
import { CatalogShell, PageTitle } from "@/components/catalog/catalog-shell";
import { PriceNav } from "@/components/catalog/price-nav";
import { RangeList } from "@/components/catalog/range-list";
import { RecordTable } from "@/components/catalog/record-table";
import { Icon } from "@/components/ui/icon";
import * as catalog from "@/lib/catalog";
import { PRICE_DAYS, today } from "@/lib/view/catalog/age";
import { offersTable } from "@/lib/view/catalog/offers";
import { plannedViews, rangeViews } from "@/lib/view/catalog/price-ranges";
import { queryText } from "@/lib/view/catalog/table-address";
import { pricedAccelerators } from "./priced-accelerators";
import { acceleratorName } from "./record-names";
import { YourPrices } from "./your-prices";

export const metadata: Metadata = { title: "Prices" };

/** What accelerator-hours cost: what plans take and why, what others published, and every dated offer. */
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
  const starts = catalog.accelerators().flatMap(({ id }) => catalog.defaultPrice(id) ?? []);
  const published = (kind: "hour" | "purchase") => catalog.priceRanges().filter(({ what }) => what === kind);
  return (
    <CatalogShell current="prices">
      <PageTitle title="Prices">
        Dated offers by provider, region and term. A price older than {PRICE_DAYS} days is marked old: check
        it with the provider, or put your own into the plan.
      </PageTitle>
      <PriceNav current="hours" />
      <YourPrices accelerators={pricedAccelerators()} />
      <h2 className="font-semibold text-base">What plans take</h2>
      <p className="-mt-2 max-w-[80ch] text-muted text-sm">
        A plan starts from the middle provider’s offer on demand, in the US or at one price everywhere, of the{" "}
        {PRICE_DAYS} days up to the newest: neither the bargain of one nor the list price of another. The
        range of its cost is that of all of them. Shown are those that most providers let;{" "}
        <a href="/prices?f.start=yes" className="text-accent underline">
          the offer that plans start from
        </a>{" "}
        is known of {starts.length} accelerators. A range that somebody else published is of another day, and
        no plan takes it.
      </p>
      <RangeList {...plannedViews(starts, acceleratorName, catalog.source, today())} />
      <h2 className="mt-2 font-semibold text-base">What buying takes</h2>
      <RangeList {...rangeViews(published("purchase"), acceleratorName, catalog.source, today())} />
      <details className="group">
        <summary className="touch inline-flex items-center gap-1 text-muted hover:text-text">
          <Icon name="chevron" className="-ml-1 h-4 w-4 transition-transform group-open:rotate-90" />
          Published ranges of an hour, not used by plans
        </summary>
        <div className="mt-2">
          <RangeList {...rangeViews(published("hour"), acceleratorName, catalog.source, today())} />
        </div>
      </details>
      <h2 className="mt-2 font-semibold text-base">Offers</h2>
      <RecordTable table={table} query={queryText(await searchParams)} />
    </CatalogShell>
  );
}
