"use client";

import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";

type Props = { folded: boolean; onFold: (folded: boolean) => void };

/** Puts the settings away, so that the answer has the whole width, and brings them back. */
export const FoldButton = ({ folded, onFold }: Props) => (
  <span className="shrink-0 max-md:hidden">
    <IconButton
      label={folded ? "Show the settings" : "Hide the settings"}
      aria-expanded={!folded}
      onClick={() => onFold(!folded)}
      className="-ml-2"
    >
      <Icon name="chevron" className={folded ? "" : "rotate-180"} />
    </IconButton>
  </span>
);
