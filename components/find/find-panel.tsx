"use client";

import { useMemo, useState } from "react";
import { DialogActions, DialogFrame } from "@/components/custom/dialog-frame";
import { usePlanner } from "@/components/planner/planner-context";
import { usePriceBook } from "@/components/price-book/use-price-book";
import { Button } from "@/components/ui/button";
import { cheapestOfEach, wholeSpace } from "@/lib/engine/explore";
import { MAX_OPTIONS } from "@/lib/scenario/limits";
import type { Option } from "@/lib/scenario/schema";
import { withOption } from "@/lib/view/board/take-point";
import { candidatesOf } from "@/lib/view/candidates";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { foundTable } from "@/lib/view/found";
import { lookupOf } from "@/lib/view/lookup-of";
import { FindFronts } from "./find-fronts";
import { FindProgress } from "./find-progress";
import { type FindWishes, FindWishesForm } from "./find-wishes";
import { FoundTable } from "./found-table";
import type { Asked } from "./hands";
import { useCandidates } from "./use-candidates";
import { useSearch } from "./use-search";

/** Ways that are listed. */
const SHOWN = 12;

/** The cheapest ways to serve what the plan asks for, over the whole catalog; each can be taken into the plan. */
export default function FindPanel({ onClose }: { onClose: () => void }) {
  const { state, dispatch } = usePlanner();
  const { scenario, records } = state;
  const { book } = usePriceBook();
  const [wishes, setWishes] = useState<FindWishes>({ which: "all", area: "", narrow: false });
  const candidates = useCandidates(wishes.area);
  const asked = useMemo((): Asked | null => {
    if (!candidates.records) return null;
    const { accelerators, prices } = candidates.records;
    const { which, area, narrow } = wishes;
    const tried = candidatesOf(candidates.records, {
      which,
      inArea: area !== "",
      book,
      custom: scenario.custom,
    });
    const known: CatalogRecords = {
      ...records,
      accelerators: Object.fromEntries(accelerators.map((each) => [each.id, each])),
      prices: Object.fromEntries(prices.map((each) => [each.accelerator, each])),
      // Where figures come from is asked of the plan that they end up in.
      sources: {},
    };
    const space = wholeSpace(scenario, tried, { narrow }, lookupOf(known, scenario));
    return { scenario, records: known, space };
  }, [scenario, records, candidates.records, wishes, book]);
  const { cancel, ...search } = useSearch(asked);
  const found = search.progress?.found;
  const ways = useMemo(() => (found ? cheapestOfEach(found).slice(0, SHOWN) : []), [found]);
  // Prices and evidence are asked of the engine: not again for every redraw.
  const table = useMemo(
    () => asked && foundTable(ways, scenario, asked.records, lookupOf(asked.records, scenario)),
    [ways, scenario, asked],
  );

  function use(option: Option) {
    dispatch({ type: "change", scenario: withOption(scenario, option) });
    onClose();
  }

  return (
    <DialogFrame
      wide
      title="The cheapest ways to serve this"
      description="Accelerators, layouts, number formats, servers and batches, each layout that is legal. The cheapest of every accelerator and format that keeps the goals, by what a month costs for the traffic that is asked, or a token for a batch."
      onClose={onClose}
    >
      <FindWishesForm
        wishes={wishes}
        hasOwn={book !== null || scenario.custom?.accelerators !== undefined}
        onChange={setWishes}
      />
      <FindProgress search={{ ...search, error: search.error ?? candidates.error }} onCancel={cancel} />
      {ways.length > 0 && table && (
        <div className="mt-3">
          <FoundTable
            table={table}
            useLabel={scenario.options.length < MAX_OPTIONS ? "Use" : "Use in place of the last"}
            onUse={(row) => ways[row] && use(ways[row].option)}
          />
        </div>
      )}
      {found && !search.running && ways.length === 0 && (
        <p className="mt-3 font-medium">
          Nothing that was tried keeps the goals. Loosen a goal, or try other accelerators.
        </p>
      )}
      {found && asked && !search.running && (
        <FindFronts
          found={found}
          scenario={scenario}
          records={asked.records}
          judging={search.judging}
          onUse={use}
        />
      )}
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </DialogFrame>
  );
}
