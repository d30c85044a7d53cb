"use client";

import { useQueries } from "@tanstack/react-query";
import { queryClient } from "@/components/planner/server-calls";
import type { Price, Source } from "@/lib/catalog/schema";

/** The offers of each accelerator by its id, as far as they have arrived; undefined while one is on its way or failed. */
export type Offers = Readonly<Record<string, readonly Price[] | undefined>>;
/** The same of what they cost before. */
export type Earlier = Offers;

type Answer = { offers: readonly Price[]; earlier: readonly Price[]; sources: readonly Source[] };

async function fetchOffers(accelerator: string): Promise<Answer> {
  const answer = await fetch(`/api/v1/catalog/accelerators/${encodeURIComponent(accelerator)}/offers`);
  // A chip of the person's own has no market.
  if (answer.status === 404) return { offers: [], earlier: [], sources: [] };
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return (await answer.json()) as Answer;
}

/** Asks for the offers of accelerators once a page. */
export function useOffers(accelerators: readonly string[]): {
  offers: Offers;
  earlier: Earlier;
  /** Where they were read, by the source's id. */
  sources: Readonly<Record<string, Source>>;
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
    sources: Object.fromEntries(
      found.flatMap(({ data }) => (data?.sources ?? []).map((source) => [source.id, source])),
    ),
    failed: found.some(({ isError }) => isError),
  };
}
