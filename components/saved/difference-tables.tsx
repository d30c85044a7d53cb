import { ChartFrame } from "@/components/charts/chart-frame";
import { movedTable } from "@/lib/view/moved";
import { changedTable, type PlanDifference } from "@/lib/view/saved/difference";

type Props = { difference: PlanDifference; before: string; after: string };

/** What two plans differ in: their assumptions, and the figures of options that both have. */
export function DifferenceTables({ difference: { lines, figures }, before, after }: Props) {
  if (lines.length + figures.length === 0)
    return <p>{`${before} and ${after} assume the same and have the same figures.`}</p>;
  return (
    <>
      {lines.length > 0 && (
        <ChartFrame title="Assumptions that changed" table={changedTable(lines, { before, after })} />
      )}
      {figures.length > 0 && (
        <ChartFrame
          title="Figures that moved"
          caption="Of options at the same place on the same accelerator."
          table={movedTable(figures, { title: "Figures that moved", before, after })}
        />
      )}
    </>
  );
}
