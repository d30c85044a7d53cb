"use client";

import { lazy, Suspense, useState } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";

const loadPanel = () => import("./find-panel");
const FindPanel = lazy(loadPanel);
const RoutePanel = lazy(() => import("./route-panel"));

/** Opens the search over the whole catalog, which begins at once, and the router between two options. */
export default function FindButton() {
  const { scenario } = usePlanner().state;
  const [open, setOpen] = useState<"find" | "route" | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="screen-only flex gap-2 border-line border-t p-2">
      <Button onPointerEnter={loadPanel} onFocus={loadPanel} onClick={() => setOpen("find")}>
        Find the cheapest
      </Button>
      {scenario.options.length > 1 && <Button onClick={() => setOpen("route")}>Route</Button>}
      <Suspense>
        {open === "find" && <FindPanel onClose={close} />}
        {open === "route" && <RoutePanel onClose={close} />}
      </Suspense>
    </div>
  );
}
