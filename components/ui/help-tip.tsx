"use client";

import { useId, useState } from "react";

/**
 * A small "i" after a label. The text shows on hover, focus and touch, stays while the pointer is on it,
 * and Escape puts it away. It opens across the nearest positioned row, so it is never cut off.
 */
export function HelpTip({ about, children }: { about: string; children: string }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <span onPointerEnter={() => setOpen(true)} onPointerLeave={() => setOpen(false)}>
      <button
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
        <span
          id={id}
          role="tooltip"
          className="absolute inset-x-0 top-full z-30 block pt-0.5 font-normal text-text text-xs"
        >
          <span className="block rounded-md border border-line bg-surface p-2.5 shadow-[0_4px_16px_var(--shadow)]">
            {children}
          </span>
        </span>
      )}
    </span>
  );
}
