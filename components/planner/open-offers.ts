"use client";

import { usePlanner } from "./planner-context";

/** Opens the offers of an option's hour among its details, and brings them into sight. */
export function useOpenOffers(): (option: number) => void {
  const { dispatch } = usePlanner();
  return (option) => {
    dispatch({ type: "row", row: option });
    dispatch({ type: "tab", tab: "monthly" });
    // A phone shows one part of the page at a time.
    dispatch({ type: "section", section: "compare" });
    requestAnimationFrame(() => document.querySelector('[role="tablist"]')?.scrollIntoView());
  };
}
