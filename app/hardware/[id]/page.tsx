import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { acceleratorName } from "@/app/prices/record-names";
import { CatalogShell } from "@/components/catalog/catalog-shell";
import { FactList, RecordSection } from "@/components/catalog/fact-list";
import { FigureList } from "@/components/catalog/figure-list";
import { RangeList } from "@/components/catalog/range-list";
import { RecordHeader } from "@/components/catalog/record-header";
import { RecordTable } from "@/components/catalog/record-table";
import { SaveRecordButton } from "@/components/catalog/save-record-button";
import * as catalog from "@/lib/catalog";
import { acceleratorFacts, acceleratorRecord } from "@/lib/view/catalog/accelerator-record";
import { today } from "@/lib/view/catalog/age";
import { withoutColumn } from "@/lib/view/catalog/catalog-table";
import { kindLabels } from "@/lib/view/catalog/hardware";
import { offersTable } from "@/lib/view/catalog/offers";
import { acceleratorPlanPath } from "@/lib/view/catalog/plan-paths";
import { rangeViews } from "@/lib/view/catalog/price-ranges";
import { queryText } from "@/lib/view/catalog/table-address";

type Props = PageProps<"/hardware/[id]">;

const find = (id: string) =>
  catalog.accelerator(id) ?? catalog.incompleteAccelerators().find((known) => known.id === id);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: find((await params).id)?.name ?? "Not found" };
}

/** One accelerator: every figure with its sources, and what an hour of it costs. */
export default async function AcceleratorPage({ params, searchParams }: Props) {
  const accelerator = find((await params).id);
  if (!accelerator) notFound();
  const { id, name, vendor, kind } = accelerator;
  const missing = "incomplete" in accelerator ? accelerator.incomplete : undefined;
  const start = catalog.defaultPrice(id);
  const record = acceleratorRecord(accelerator, start, catalog.source, today());
  const offers = catalog.pricesOf(id);
  const startsPlans = (offer: { id: string }) => offer.id === start?.id;
  const table = offersTable(offers, acceleratorName, () => !missing, startsPlans, catalog.source, today());
  const { ranges, sources } = rangeViews(
    catalog.priceRanges().filter((range) => range.accelerator === id),
    acceleratorName,
    catalog.source,
    today(),
  );
  return (
    <CatalogShell current="hardware">
      <RecordHeader
        list={{ label: "Hardware", href: "/hardware" }}
        name={name}
        summary={`${vendor}, ${kindLabels[kind]}`}
        plan={missing ? null : acceleratorPlanPath(id)}
        missing={missing}
      >
        <SaveRecordButton id={id} name={name} {...record} />
      </RecordHeader>
      <div className="grid gap-4 wide:grid-cols-[minmax(0,1fr)_24rem]">
        <RecordSection title="Figures">
          <FigureList title={`Figures of ${name}`} {...record} />
        </RecordSection>
        <RecordSection title="About">
          <FactList facts={acceleratorFacts(accelerator)} />
        </RecordSection>
      </div>
      {ranges.length > 0 && (
        <RecordSection title="Published price ranges; plans take the price of an hour among the figures">
          <RangeList ranges={ranges} sources={sources} />
        </RecordSection>
      )}
      <RecordSection title="Offers">
        {offers.length > 0 ? (
          <RecordTable table={withoutColumn(table, "accelerator")} query={queryText(await searchParams)} />
        ) : (
          <p className="text-base text-muted">No offer is known: a plan with it asks for your price.</p>
        )}
      </RecordSection>
    </CatalogShell>
  );
}
