import { useEffect } from "react";
import { type PointFilter, writeFilter } from "@/lib/view/accuracy/filter";

/** Keeps the filter in the address, without a step in the browser's history. */
export function useFilterAddress(filter: PointFilter) {
  const query = writeFilter(filter);
  useEffect(() => {
    const address = `${location.pathname}${query && `?${query}`}${location.hash}`;
    if (address !== `${location.pathname}${location.search}${location.hash}`)
      history.replaceState(history.state, "", address);
  }, [query]);
}
