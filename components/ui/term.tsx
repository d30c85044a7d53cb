"use client";

import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";

/** Loads the bubble; called early where there is time, so that the first one opens at once. */
export const loadTip = () => import("./tip-bubble");
const TipBubble = lazy(loadTip);

/** A pointer on its way to somewhere else opens nothing. */
const REST_MS = 150;

type Props = {
  /** What it means. */
  help: string;
  className?: string;
  children: string;
};

/**
 * A word that says what it means: underlined with dots, its text shows on hover, focus and touch, stays while the
 * pointer is on it, and Escape puts it away.
 */
export function Term({ help, className = "", children }: Props) {
  "use memo";
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [open, setOpen] = useState(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = (shown: boolean, after = 0) => {
    clearTimeout(timer.current);
    if (after === 0) setOpen(shown);
    else timer.current = setTimeout(() => setOpen(shown), after);
  };
  return (
    <span
      className="relative z-10 inline-flex min-w-0"
      onPointerEnter={({ pointerType }) => pointerType === "mouse" && show(true, REST_MS)}
      onPointerLeave={({ pointerType }) => pointerType === "mouse" && show(false)}
    >
      <button
        ref={button}
        type="button"
        aria-label={`About ${children}`}
        aria-describedby={open ? id : undefined}
        onFocus={() => show(true)}
        onBlur={() => show(false)}
        onClick={() => show(true)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && open) {
            event.stopPropagation();
            show(false);
          }
        }}
        className={`term min-h-6 min-w-6 truncate text-left ${className}`}
      >
        {children}
      </button>
      {open && (
        <Suspense>
          <TipBubble id={id} anchor={button}>
            {help}
          </TipBubble>
        </Suspense>
      )}
    </span>
  );
}
