import { ChartFrame } from "@/components/charts/chart-frame";
import { NarrowFooter } from "@/components/site-nav";
import type { Table } from "@/lib/view/table";
import { SavedHeading, type SavedMoment } from "./saved-heading";
import { SnapshotBar } from "./snapshot-bar";

type Props = {
  saved: SavedMoment;
  /** Why its scenario cannot be read, in a sentence without a point. */
  reason: string;
  table: Table;
};

/** A saved plan whose scenario this planner cannot read: its figures as they were saved, and no way to plan with it. */
export function BareSnapshot({ saved, reason, table }: Props) {
  return (
    <>
      <SnapshotBar saved={saved} planAddress={null} />
      <main className="mx-auto max-w-[80rem] px-4 pt-6 pb-6 md:px-6">
        <SavedHeading saved={saved} />
        <p className="mt-3 rounded-md bg-warn-soft px-3 py-2 text-warn">
          What was planned cannot be read here: {reason}. These are the figures that were saved.
        </p>
        <div className="mt-4">
          <ChartFrame title={table.title} table={table} />
        </div>
      </main>
      <NarrowFooter />
    </>
  );
}
