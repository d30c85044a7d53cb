"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { exportCsv } from "@/lib/export/estimate-csv";
import { fileName } from "@/lib/export/file-name";
import { usePlanner } from "../planner/planner-context";
import { saveFile } from "./save-file";
import { workbookBytes } from "./workbook-file";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Every form in which a plan leaves the page. */
export default function ExportDialog({ onClose }: { onClose: () => void }) {
  const { estimate, records, scenario } = usePlanner().state;
  const [told, setTold] = useState("");
  const name = (ending: string) => fileName(scenario.name, ending);

  async function workbook() {
    setTold("Writing the workbook…");
    try {
      saveFile(name("xlsx"), (await workbookBytes({ estimate, records })).slice(), XLSX);
      setTold("Workbook saved.");
    } catch (error) {
      setTold(`No workbook: ${(error as Error).message}.`);
    }
  }

  const csv = (profile: Parameters<typeof exportCsv>[1]) =>
    saveFile(name("csv"), exportCsv(estimate, profile), "text/csv;charset=utf-8");
  const curl = `curl -s ${location.origin}/api/v1/estimate -H 'content-type: application/json' -d '${JSON.stringify(scenario).replaceAll("'", "'\\''")}'`;

  const ways = [
    {
      label: "Workbook (.xlsx)",
      about:
        "Live formulas: edit a price and everything downstream follows. What was solved is locked and checked.",
      act: workbook,
      button: "Save",
    },
    { label: "CSV", about: "The comparison for any program.", act: () => csv("standard"), button: "Save" },
    { label: "CSV for Excel", about: "With a byte order mark.", act: () => csv("excel"), button: "Save" },
    {
      label: "CSV for Excel, decimal comma",
      about: "Semicolons between the cells.",
      act: () => csv("excel-eu"),
      button: "Save",
    },
    {
      label: "JSON",
      about: "The estimate as the API answers it.",
      act: () => saveFile(name("json"), `${JSON.stringify(estimate)}\n`, "application/json"),
      button: "Save",
    },
    {
      label: "curl",
      about: "Asks the API for this estimate.",
      act: async () => setTold((await copyText(curl)) ? "Command copied." : "The browser refused to copy."),
      button: "Copy",
    },
    { label: "Print", about: "This page on paper, or as a PDF.", act: () => window.print(), button: "Print" },
  ];

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-black/40 print:hidden" />
        <Dialog.Popup className="fixed top-[12vh] left-1/2 z-50 max-h-[80vh] w-[min(34rem,calc(100vw-1.5rem))] -translate-x-1/2 overflow-y-auto rounded-lg border border-line bg-surface p-5 shadow-[0_16px_48px_var(--shadow)] print:hidden">
          <div className="flex items-start justify-between gap-2">
            <Dialog.Title className="font-semibold text-base">Export</Dialog.Title>
            <IconButton label="Close" onClick={onClose}>
              <Icon name="close" />
            </IconButton>
          </div>
          <ul className="mt-2">
            {ways.map(({ label, about, act, button }) => (
              <li
                key={label}
                className="flex items-center justify-between gap-3 border-line border-t py-2 first:border-t-0"
              >
                <div>
                  <p className="font-medium">{label}</p>
                  <p className="text-muted text-sm">{about}</p>
                </div>
                <Button aria-label={`${button} ${label}`} onClick={act}>
                  {button}
                </Button>
              </li>
            ))}
          </ul>
          <p role="status" className="mt-2 min-h-5 text-muted text-sm">
            {told}
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
