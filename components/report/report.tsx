"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useEffect } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";
import { UNNAMED } from "@/lib/export/file-name";
import { planAddress } from "@/lib/view/plan-address";
import { Paper } from "./paper";
import { PrintButton } from "./print-button";

/** The report of the plan on the page: over it, and alone where it is printed. */
export default function ReportDialog({ onClose }: { onClose: () => void }) {
  const { scenario, frozen } = usePlanner().state;
  // A saved plan's page is its link; the fragment of an unsaved one carries the plan itself.
  const link = frozen ? location.href : `${location.origin}${planAddress(scenario)}`;

  useEffect(() => {
    document.documentElement.dataset.report = "";
    return () => {
      delete document.documentElement.dataset.report;
    };
  }, []);

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Popup
          data-report
          className="paper fixed inset-0 z-50 overflow-y-auto bg-surface text-text outline-none print:static print:overflow-visible"
        >
          <Paper
            title={<Dialog.Title className="font-semibold text-2xl">{scenario.name || UNNAMED}</Dialog.Title>}
            link={link}
            actions={
              <>
                <Button onClick={onClose}>Back to the plan</Button>
                <PrintButton />
              </>
            }
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
