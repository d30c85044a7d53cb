"use client";

import { useEffect, useState } from "react";
import { copyText } from "@/components/ui/copy-text";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { fragmentOf, linkTo } from "./plan-address";
import { usePlanner } from "./planner-context";

/** Copies a link that carries the whole plan in its fragment, which no server ever sees. */
export function CopyLinkButton() {
  const { state } = usePlanner();
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);

  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    if (!state.engine) return;
    const address = linkTo(fragmentOf(state.engine.encode(state.scenario), state.tab));
    setOutcome((await copyText(address)) ? "copied" : "refused");
  }

  return (
    <span className="relative">
      <IconButton label="Copy link" disabled={!state.engine} onClick={copy}>
        <Icon name={outcome === "copied" ? "check" : "link"} />
      </IconButton>
      <span
        role="status"
        className="absolute top-full right-0 z-50 mt-1 whitespace-nowrap rounded-md bg-text px-2 py-1 text-bg text-xs empty:hidden"
      >
        {outcome === "copied" && "Link copied: it carries the whole plan"}
        {outcome === "refused" && "The browser refused; copy the address bar instead"}
      </span>
    </span>
  );
}
