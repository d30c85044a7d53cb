"use client";

import { useEffect, useState } from "react";
import { copyText } from "@/components/ui/copy-text";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { fragmentOf, linkTo } from "./plan-address";
import { usePlanner } from "./planner-context";

type Outcome = "copied" | "without" | "refused";

/**
 * Copies a link that carries the whole plan in its fragment, which no server ever sees. A person's own
 * measurements go along only when asked for.
 */
export default function CopyLinkButton() {
  const { state } = usePlanner();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { measurements, calibration } = state.scenario;
  const own = calibration || measurements?.some(({ published }) => !published);

  useEffect(() => {
    if (outcome === null) return;
    // What offers a choice stays until it is taken or the next copy.
    if (outcome === "without") return;
    const timer = setTimeout(() => setOutcome(null), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(withMeasurements: boolean) {
    if (!state.engine) return;
    const { encode, shown } = state.engine;
    const address = linkTo(fragmentOf((withMeasurements ? encode : shown)(state.scenario), state.tab));
    const copied = await copyText(address);
    setOutcome(!copied ? "refused" : own && !withMeasurements ? "without" : "copied");
  }

  return (
    <span className="relative">
      <IconButton label="Copy link" disabled={!state.engine} onClick={() => copy(false)}>
        <Icon name={outcome === "copied" ? "check" : "link"} />
      </IconButton>
      <span
        role="status"
        className="absolute top-full right-0 z-50 mt-1 whitespace-nowrap rounded-md bg-text px-2 py-1 text-bg text-xs empty:hidden"
      >
        {outcome === "copied" && "Link copied: it carries the whole plan"}
        {outcome === "without" && (
          <>
            Link copied without what you measured.{" "}
            <button type="button" className="underline" onClick={() => copy(true)}>
              Copy with it
            </button>
          </>
        )}
        {outcome === "refused" && "The browser refused; copy the address bar instead"}
      </span>
    </span>
  );
}
