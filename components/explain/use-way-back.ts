"use client";

import { useEffect, useLayoutEffect, useRef } from "react";

/** Where what opens lies over the page instead of beside it. */
const NARROW = "(width < 48rem)";
/** Longer than the plan takes to reach the address. */
const WRITTEN_MS = 300;

/** The entry of what was just closed, before it leaves the history: what opens in the same moment takes it over. */
let leaving: ReturnType<typeof setTimeout> | undefined;

/**
 * On a phone the browser's way back closes what is open over the page, instead of leaving the page with it: it stands in
 * the history as an entry of its own, which whoever closes it otherwise takes off again.
 */
export function useWayBack(close: () => void) {
  const closing = useRef(close);
  const address = useRef("");
  useEffect(() => {
    closing.current = close;
    // The plan keeps itself in the address, that of the entry on top.
    const timer = setTimeout(() => {
      address.current = location.href;
    }, WRITTEN_MS);
    return () => clearTimeout(timer);
  });
  // Before the frame that shows it, or whoever goes back at the sight of it leaves the page.
  useLayoutEffect(() => {
    if (!matchMedia(NARROW).matches) return;
    if (leaving === undefined) history.pushState(history.state, "", location.href);
    clearTimeout(leaving);
    leaving = undefined;
    let stands = true;
    const left = () => {
      if (!stands) return;
      stands = false;
      if (address.current && address.current !== location.href)
        history.replaceState(history.state, "", address.current);
      closing.current();
    };
    addEventListener("popstate", left);
    return () => {
      removeEventListener("popstate", left);
      if (stands) leaving = setTimeout(takeOff);
    };
  }, []);
}

/** Takes the entry on top off the history, and keeps its address. */
function takeOff(): void {
  leaving = undefined;
  const { href } = location;
  const keep = () => href !== location.href && history.replaceState(history.state, "", href);
  addEventListener("popstate", keep, { once: true });
  history.back();
}
