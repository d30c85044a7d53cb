import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { modelName } from "@/app/prices/record-names";
import { CatalogShell } from "@/components/catalog/catalog-shell";
import { FactList, RecordSection } from "@/components/catalog/fact-list";
import { ModelCounts } from "@/components/catalog/model-counts";
import { RecordHeader } from "@/components/catalog/record-header";
import { RecordTable } from "@/components/catalog/record-table";
import { SaveRecordButton } from "@/components/catalog/save-record-button";
import { SourceLine } from "@/components/catalog/source-line";
import * as catalog from "@/lib/catalog";
import { today } from "@/lib/view/catalog/age";
import { apiPricesTable } from "@/lib/view/catalog/api-prices";
import { architectureCost } from "@/lib/view/catalog/architecture-cost";
import { withoutColumn } from "@/lib/view/catalog/catalog-table";
import { sourceNote } from "@/lib/view/catalog/cells";
import { modelFacts } from "@/lib/view/catalog/model-facts";
import { modelRecord } from "@/lib/view/catalog/model-record";
import { layerLines, layerShares, parameterShares } from "@/lib/view/catalog/model-shape";
import { modelPlanPath } from "@/lib/view/catalog/plan-paths";
import { queryText } from "@/lib/view/catalog/table-address";
import { countedModel } from "../counted-model";

type Props = PageProps<"/models/[id]">;

const find = (id: string) => catalog.model(id) ?? catalog.incompleteModels().find((known) => known.id === id);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: find((await params).id)?.name ?? "Not found" };
}

/** One model: its counts, its layers, how it was released, and what managed APIs charge for it. */
export default async function ModelPage({ params, searchParams }: Props) {
  const model = find((await params).id);
  if (!model) notFound();
  const { id, name, developer, source, licence, licenceSource, releasedSource, identitySource } = model;
  const read = (where: string) => <SourceLine source={sourceNote(where, catalog.source)} />;
  const complete = catalog.model(id);
  const counted = complete && countedModel(complete);
  const record = counted && modelRecord(counted, catalog.source);
  const offers = catalog.apiPrices().filter((offer) => offer.model === id);
  const table = apiPricesTable(offers, modelName, () => counted !== undefined, catalog.source, today());
  const formatName = (format: string) => catalog.format(format)?.name ?? format;
  return (
    <CatalogShell current="models">
      <RecordHeader
        list={{ label: "Models", href: "/models" }}
        name={name}
        summary={developer}
        plan={counted ? modelPlanPath(id) : null}
        missing={"incomplete" in model ? model.incomplete : undefined}
      >
        {record && <SaveRecordButton id={id} name={name} {...record} />}
      </RecordHeader>
      <div className="grid gap-4 wide:grid-cols-[minmax(0,1fr)_24rem]">
        {counted && record && (
          <ModelCounts
            name={name}
            record={record}
            parameters={parameterShares(counted)}
            layers={layerShares(counted)}
            lines={layerLines(counted)}
          />
        )}
        <RecordSection title="About">
          <FactList
            facts={[
              ...(counted ? [{ label: "What it costs", value: architectureCost(counted) }] : []),
              ...modelFacts(model, formatName),
              { label: "Source", value: read(source) },
              ...(identitySource
                ? [
                    {
                      label: releasedSource ? "Context from" : "Date and context from",
                      value: read(identitySource),
                    },
                  ]
                : []),
              ...(releasedSource ? [{ label: "Release date from", value: read(releasedSource) }] : []),
              ...(licence && licenceSource ? [{ label: "Licence from", value: read(licenceSource) }] : []),
            ]}
          />
        </RecordSection>
      </div>
      <RecordSection title="Managed APIs">
        {offers.length > 0 ? (
          <RecordTable table={withoutColumn(table, "model")} query={queryText(await searchParams)} />
        ) : (
          <p className="text-base text-muted">No managed API with a published price is known.</p>
        )}
      </RecordSection>
    </CatalogShell>
  );
}
