"use client";

import { DialogFrame } from "@/components/custom/dialog-frame";
import { useOffers } from "@/components/money/use-offers";
import { useOpenOffers } from "@/components/planner/open-offers";
import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";
import type { BoardRow } from "@/lib/view/board/board";
import { today } from "@/lib/view/catalog/age";
import { priceOriginLines } from "@/lib/view/price-origin";
import { OriginList } from "./origin-list";

type Props = { row: BoardRow; onClose: () => void };

/** Where a row's price comes from, all of it at once. */
export default function PriceOrigin({ row, onClose }: Props) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const openOffers = useOpenOffers();
  const { option, index, name } = row;
  const id = option.option.accelerator;
  const { offers, earlier, sources } = useOffers([id]);
  const known = {
    offers: [...(offers[id] ?? []), ...(earlier[id] ?? [])],
    sourceOf: (source: string) => sources[source] ?? state.records.sources[source],
  };
  const lines = priceOriginLines(option, known, state.scenario.currency, today());
  return (
    <DialogFrame title="Where the price comes from" description={name} onClose={onClose}>
      <OriginList lines={lines} />
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          onClick={() => {
            dispatch({ type: "explain", option: index, quantity: "acceleratorPrice" });
            onClose();
          }}
        >
          How the hour is computed
        </Button>
        {!state.frozen && (
          <Button
            onClick={() => {
              openOffers(index);
              onClose();
            }}
          >
            Other offers
          </Button>
        )}
      </div>
    </DialogFrame>
  );
}
