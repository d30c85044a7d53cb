"use client";

import { useEffect, useState } from "react";
import type { Scenario } from "@/lib/scenario/schema";
import { DRAFT_KEY } from "./plan-address";
import type { PlannerEngine } from "./planner-engine";

/** A plan that another tab of this browser has made its draft meanwhile, and what to do about it. */
export type OtherTab = {
  /** The other tab's plan; null when there is none, or none that can be read. */
  scenario: Scenario | null;
  /** Whether this tab must leave the draft alone: an offer is open. */
  offered: boolean;
  /** Closes the offer; `keepMine` goes on with this tab's plan and hears no more of the others. */
  close: (keepMine: boolean) => void;
};

/** Listens to the drafts of other tabs, so that neither tab overwrites the other's in silence. */
export function useOtherTab(engine: PlannerEngine | null, scenario: Scenario): OtherTab {
  const [draft, setDraft] = useState<string | null>(null);
  const [deaf, setDeaf] = useState(false);

  useEffect(() => {
    if (deaf) return;
    const listen = (event: StorageEvent) => {
      if (event.key === DRAFT_KEY && event.storageArea === localStorage) setDraft(event.newValue);
    };
    addEventListener("storage", listen);
    return () => removeEventListener("storage", listen);
  }, [deaf]);

  const isOther = engine !== null && draft !== null && draft !== engine.encode(scenario);
  const reading = isOther ? engine.decode(draft) : null;
  return {
    scenario: reading?.ok ? reading.scenario : null,
    offered: reading?.ok === true,
    close: (keepMine) => {
      setDraft(null);
      if (keepMine) setDeaf(true);
    },
  };
}
