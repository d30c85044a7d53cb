"use client";

import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";
import { listedDiscount } from "@/lib/view/money/offers";
import { percent } from "@/lib/view/percent";
import type { Offers } from "./use-offers";

const TERMS = [
  { term: "reserved-1y", label: "one-year commitments", key: "committedDiscount", months: 12 },
  { term: "reserved-3y", label: "three-year commitments", key: "committedDiscount", months: 36 },
  { term: "spot", label: "spot", key: "spotDiscount", months: undefined },
] as const;

type Props = { names: readonly string[]; accelerators: readonly string[]; offers: Offers };

/** What terms take off the on-demand price by the listed offers, for whoever has no quote of their own. */
export function ListedTerms({ names, accelerators, offers }: Props) {
  const { dispatch } = usePlanner();
  const found = accelerators.flatMap((id, index) =>
    TERMS.flatMap((term) => {
      const off = listedDiscount(offers[id] ?? [], { term: term.term });
      return off !== undefined && off > 0 ? [{ ...term, off, index }] : [];
    }),
  );
  if (found.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-1 gap-y-1 text-muted text-xs">
      Off the on-demand price, by listed offers:
      {found.map(({ term, label, key, months, off, index }) => (
        <Button
          key={`${index} ${term}`}
          look="quiet"
          className="h-auto! min-h-6 whitespace-normal! px-1.5! text-left text-xs"
          title={`Use it for ${names[index]}`}
          onClick={() =>
            dispatch({
              type: "patch-option",
              option: index,
              patch: {
                [key]: Math.round(off * 100) / 100,
                ...(months === undefined ? {} : { committedMonths: months }),
              },
            })
          }
        >
          {names[index]}, {label}: {percent(off, 0)}
        </Button>
      ))}
    </p>
  );
}
