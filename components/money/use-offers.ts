"use client";

import { useQueries } from "@tanstack/react-query";
import { queryClient } from "@/components/planner/server-calls";
import type { Price } from "@/lib/catalog/schema";

/** The offers of each accelerator by its id, as far as they have arrived; undefined while one is on its way or failed. */
export type Offers = Readonly<Record<string, readonly Price[] | undefined>>;
/** The same of what they cost before. */
export type Earlier = Offers;

type Answer = { offers: readonly Price[]; earlier: readonly Price[] };

async function fetchOffers(accelerator: string): Promise<Answer> {
  const answer = await fetch(`/api/v1/catalog/accelerators/${encodeURIComponent(accelerator)}/offers`);
  // A chip of the person's own has no market.
  if (answer.status === 404) return { offers: [], earlier: [] };
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return (await answer.json()) as Answer;
}

/** Asks for the offers of accelerators once a page. */
export function useOffers(accelerators: readonly string[]): {
  offers: Offers;
  earlier: Earlier;
  failed: boolean;
} {
  const ids = [...new Set(accelerators)];
  const found = useQueries(
    {
      queries: ids.map((id) => ({ queryKey: ["offers", id], queryFn: () => fetchOffers(id) })),
    },
    queryClient,
  );
  return {
    offers: Object.fromEntries(ids.map((id, index) => [id, found[index]?.data?.offers])),
    earlier: Object.fromEntries(ids.map((id, index) => [id, found[index]?.data?.earlier])),
    failed: found.some(({ isError }) => isError),
  };
}
