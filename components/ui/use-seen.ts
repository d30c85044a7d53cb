import { type RefObject, useEffect, useState } from "react";

/** So far below the window an element is made ready, to be whole when it is scrolled to. */
const NEAR = "0px 0px 300px 0px";

/** Whether an element has come near what the window shows: what nobody looks at need not be computed. */
export function useSeen(place: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || !place.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true), {
      rootMargin: NEAR,
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [seen, place]);
  return seen;
}
