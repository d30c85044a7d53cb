"use client";

import { useEffect, useRef } from "react";

/** Where what opens lies over the page instead of beside it. */
const NARROW = "(width < 48rem)";
/** Longer than the plan takes to reach the address. */
const WRITTEN_MS = 300;

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
  useEffect(() => {
    if (!matchMedia(NARROW).matches) return;
    let stands = false;
    const timer = setTimeout(() => {
      history.pushState(history.state, "", location.href);
      stands = true;
    });
    const left = () => {
      if (!stands) return;
      stands = false;
      if (address.current && address.current !== location.href)
        history.replaceState(history.state, "", address.current);
      closing.current();
    };
    addEventListener("popstate", left);
    return () => {
      clearTimeout(timer);
      removeEventListener("popstate", left);
      if (!stands) return;
      const { href } = location;
      const keep = () => href !== location.href && history.replaceState(history.state, "", href);
      addEventListener("popstate", keep, { once: true });
      history.back();
    };
  }, []);
}
