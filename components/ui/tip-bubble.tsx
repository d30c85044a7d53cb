"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import type { RefObject } from "react";

type Props = { id: string; anchor: RefObject<HTMLElement | null>; children: string };

/** The bubble of an explanation, kept inside the window. Whoever opens it decides when it closes. */
export default function TipBubble({ id, anchor, children }: Props) {
  return (
    <Tooltip.Root open>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} side="bottom" collisionPadding={8} className="z-60">
          {/* The padding bridges the way from the button, so that the pointer can reach the text. */}
          <Tooltip.Popup id={id} role="tooltip" className="max-w-72 py-1 font-normal text-text text-xs">
            <span className="block rounded-md border border-line-strong bg-surface p-2.5 shadow-[0_4px_16px_var(--shadow)]">
              {children}
            </span>
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
