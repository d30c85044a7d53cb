"use client";

import { DialogFrame } from "@/components/custom/dialog-frame";
import { usePriceOrigins } from "@/components/money/use-price-origins";
import { useOpenOffers } from "@/components/planner/open-offers";
import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";
import type { BoardRow } from "@/lib/view/board/board";
import { OriginList } from "./origin-list";

type Props = { row: BoardRow; onClose: () => void };

/** Where a row's price comes from, all of it at once. */
export default function PriceOrigin({ row, onClose }: Props) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const openOffers = useOpenOffers();
  const { option, index, name } = row;
  const [lines = []] = usePriceOrigins([option]);
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
