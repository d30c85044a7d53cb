"use client";

import { Dialog } from "@base-ui/react/dialog";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { SelectField } from "@/components/ui/select-field";
import type { CsvProfile } from "@/lib/export/csv";
import { exportCsv } from "@/lib/export/estimate-csv";
import { fileName, UNNAMED } from "@/lib/export/file-name";
import type { PlanTable } from "@/lib/export/plan-tables";
import { lookupOf } from "@/lib/view/lookup-of";
import { csvProfile, csvProfiles, readProfile } from "../charts/csv-profile";
import { usePlanner } from "../planner/planner-context";
import { chartsOnPage, savePng, saveSvg } from "./chart-file";
import { isPresent } from "./present";
import { saveFile } from "./save-file";
import { useWorkbook } from "./use-workbook";

const Report = lazy(() => import("../report/report"));

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const TABLES: readonly { table: PlanTable; label: string }[] = [
  { table: "figures", label: "Figures" },
  { table: "months", label: "Months" },
  { table: "inputs", label: "Inputs and sources" },
];

/** Every form in which a plan leaves the page. */
export default function ExportDialog({ onClose }: { onClose: () => void }) {
  const { estimate, records, scenario } = usePlanner().state;
  // A saved plan of another day has its figures, but not what they were made of.
  const present = isPresent(estimate, records);
  const tables = present ? TABLES : TABLES.filter(({ table }) => table === "figures");
  const workbookBytes = useWorkbook({ estimate, records }, present);
  const [told, setTold] = useState("");
  const [profile, setProfile] = useState<CsvProfile>(csvProfile());
  const [reporting, setReporting] = useState(false);
  const [charts, setCharts] = useState(chartsOnPage);
  // A chart comes later than the page: whoever is quick opens the dialog before it is drawn.
  useEffect(() => {
    const page = document.querySelector("main");
    const watcher = new MutationObserver(() => setCharts(chartsOnPage()));
    if (page) watcher.observe(page, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, []);
  const name = (ending: string, part?: string) =>
    fileName(part ? `${scenario.name || UNNAMED} ${part}` : scenario.name, ending);

  async function attempt(what: string, act: () => Promise<unknown> | unknown) {
    setTold(`${what}…`);
    try {
      await act();
      setTold(`${what}: done.`);
    } catch (error) {
      setTold(`${what}: ${(error as Error).message}.`);
    }
  }

  const workbook = async () => saveFile(name("xlsx"), (await workbookBytes()).slice(), XLSX);
  const csv = (table: PlanTable) =>
    saveFile(
      name("csv", table),
      exportCsv(table, estimate, lookupOf(records, scenario), (id) => records.sources[id], profile),
      "text/csv;charset=utf-8",
    );
  const curl = `curl -s ${location.origin}/api/v1/estimate -H 'content-type: application/json' -d '${JSON.stringify(scenario).replaceAll("'", "'\\''")}'`;
  const copyCommand = async () => {
    if (!(await copyText(curl))) throw new Error("the browser refused to copy");
  };

  if (reporting)
    return (
      <Suspense>
        <Report onClose={onClose} />
      </Suspense>
    );
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-black/40 print:hidden" />
        <Dialog.Popup className="fixed top-[8vh] left-1/2 z-50 max-h-[84vh] w-[min(36rem,calc(100vw-1.5rem))] -translate-x-1/2 overflow-y-auto rounded-lg border border-line bg-surface p-5 shadow-[0_16px_48px_var(--shadow)] print:hidden">
          <div className="flex items-start justify-between gap-2">
            <Dialog.Title className="font-semibold text-base">Export</Dialog.Title>
            <IconButton label="Close" onClick={onClose}>
              <Icon name="close" />
            </IconButton>
          </div>
          <ul className="mt-2">
            <Way
              label="Workbook (.xlsx)"
              about={
                present
                  ? "Live formulas: edit a price and everything downstream follows. What was solved is locked and checked."
                  : "The figures as they were saved, as values: today’s formulas or records are others."
              }
            >
              <Button aria-label="Save Workbook (.xlsx)" onClick={() => attempt("Workbook", workbook)}>
                Save
              </Button>
            </Way>
            <Way
              label="Report"
              about="Question, answer, prices with their origin, frontier, months and caveats, for paper or PDF."
            >
              <Button onClick={() => setReporting(true)}>Open</Button>
            </Way>
            <Way label="CSV" about="In the units of the screen, numbers unrounded.">
              <span className="flex flex-wrap justify-end gap-2">
                <SelectField
                  id="export-profile"
                  label="Program that the CSV is for"
                  value={profile}
                  choices={csvProfiles}
                  onChange={(value) => setProfile(readProfile(value))}
                />
                {tables.map(({ table, label }) => (
                  <Button
                    key={table}
                    aria-label={`Save CSV: ${label}`}
                    onClick={() => attempt(label, () => csv(table))}
                  >
                    {label}
                  </Button>
                ))}
              </span>
            </Way>
            <Way label="JSON" about="The estimate as the API answers it.">
              <Button
                aria-label="Save JSON"
                onClick={() =>
                  attempt("JSON", () =>
                    saveFile(name("json"), `${JSON.stringify(estimate)}\n`, "application/json"),
                  )
                }
              >
                Save
              </Button>
            </Way>
            {present && (
              <Way label="curl" about="Asks the API for this estimate.">
                <Button aria-label="Copy curl" onClick={() => attempt("Command copied", copyCommand)}>
                  Copy
                </Button>
              </Way>
            )}
            {charts.map(({ name: title, chart }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: charts have no identity but their place
              <Way key={index} label={`Chart: ${title}`} about="As it is on the page now.">
                <span className="flex gap-2">
                  <Button
                    aria-label={`Save ${title} as SVG`}
                    onClick={() => attempt("SVG", () => saveSvg({ chart, title, file: name("svg", title) }))}
                  >
                    SVG
                  </Button>
                  <Button
                    aria-label={`Save ${title} as PNG`}
                    onClick={() => attempt("PNG", () => savePng({ chart, title, file: name("png", title) }))}
                  >
                    PNG
                  </Button>
                </span>
              </Way>
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

function Way({ label, about, children }: { label: string; about: string; children: React.ReactNode }) {
  return (
    <li className="flex items-center justify-between gap-3 border-line border-t py-2 first:border-t-0 max-md:flex-wrap">
      <div>
        <p className="font-medium">{label}</p>
        <p className="text-muted text-sm">{about}</p>
      </div>
      {children}
    </li>
  );
}
