import type { SourceNote } from "@/lib/view/catalog/catalog-table";
import type { LayerLine, Share } from "@/lib/view/catalog/model-shape";
import type { RecordFigure } from "@/lib/view/catalog/record-figures";
import { RecordSection } from "./fact-list";
import { FigureList } from "./figure-list";
import { LayerTable } from "./layer-table";
import { ShareBar } from "./share-bar";

type Props = {
  name: string;
  record: { figures: RecordFigure[]; sources: Record<string, SourceNote> };
  parameters: Share[];
  layers: Share[];
  lines: LayerLine[];
};

/** What is counted from a model's layers, and the layers themselves. */
export function ModelCounts({ name, record, parameters, layers, lines }: Props) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <RecordSection title="Counts">
        <FigureList title={`Counts of ${name}`} {...record} />
      </RecordSection>
      <div className="grid gap-4 md:grid-cols-2">
        <RecordSection title="Where the parameters are">
          <ShareBar title="Parameters by part" shares={parameters} />
        </RecordSection>
        <RecordSection title="Kinds of layers">
          <ShareBar title="Layers by kind" shares={layers} />
        </RecordSection>
      </div>
      <RecordSection title="Layers">
        <LayerTable lines={lines} />
      </RecordSection>
    </div>
  );
}
