"use client";

import { lazy, Suspense, useId, useRef, useState } from "react";

/** Loads the bubble; called early where there is time, so that the first one opens at once. */
export const loadTip = () => import("./tip-bubble");
const TipBubble = lazy(loadTip);

/**
 * A small "i" after a label. The text shows on hover, focus and touch, stays while the pointer is on it,
 * and Escape puts it away.
 */
export function HelpTip({ about, children }: { about: string; children: string }) {
  "use memo";
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <span onPointerEnter={() => setOpen(true)} onPointerLeave={() => setOpen(false)}>
      <button
        ref={button}
        type="button"
        aria-label={`About ${about}`}
        aria-describedby={open ? id : undefined}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && open) {
            event.stopPropagation();
            setOpen(false);
          }
        }}
        className="inline-flex h-6 w-6 items-center justify-center rounded-full align-middle text-2xs text-muted hover:text-text"
      >
        <span
          aria-hidden="true"
          className="inline-flex h-3.5 w-3.5 items-center justify-center rounded-full border border-current font-semibold text-[9px] leading-none"
        >
          i
        </span>
      </button>
      {open && (
        <Suspense>
          <TipBubble id={id} anchor={button}>
            {children}
          </TipBubble>
        </Suspense>
      )}
    </span>
  );
}
