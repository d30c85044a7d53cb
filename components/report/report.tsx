"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useEffect } from "react";
import { FrontierPanel } from "@/components/charts/frontier-panel";
import { isPresent } from "@/components/export/present";
import { ProjectionChart } from "@/components/money/projection-chart";
import { RentOrBuy } from "@/components/money/rent-or-buy";
import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";
import { UNNAMED } from "@/lib/export/file-name";
import { baseDemand } from "@/lib/money";
import { dayText } from "@/lib/units";
import { today } from "@/lib/view/catalog/age";
import { inCurrency } from "@/lib/view/currency";
import { lookupOf } from "@/lib/view/lookup-of";
import { optionMonths, totalsTable } from "@/lib/view/money/months";
import { rentOrBuyEach } from "@/lib/view/money/rent-or-buy";
import { optionNames } from "@/lib/view/option-name";
import { seriesSlots } from "@/lib/view/palette";
import { planAddress } from "@/lib/view/plan-address";
import { recordName } from "@/lib/view/record-name";
import { reportOf } from "@/lib/view/report";
import { conditionTexts, topologyTable } from "@/lib/view/topologies/table";
import { LinkCode } from "./link-code";
import { PaperTable } from "./paper-table";
import { PriceOrigins } from "./price-origins";

/** A plan on paper, for whoever has to sign it: over the page, and alone where it is printed. */
export default function ReportDialog({ onClose }: { onClose: () => void }) {
  "use memo";
  const { engine, estimate, records, scenario, frozen } = usePlanner().state;
  const day = today();
  const nameOf = (id: string) => recordName(records, scenario, id);
  const report = reportOf(estimate, nameOf, day);
  const slots = seriesSlots(estimate.options.map(({ accelerator }) => accelerator.id));
  // What today's engine would add to figures of another day is none of them.
  const present = isPresent(estimate, records);
  const demand = baseDemand(estimate, 0);
  const months = demand ? optionMonths(estimate, demand.requests) : [];
  const { money, currency } = scenario;
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
          <div className="mx-auto grid max-w-[52rem] grid-cols-1 gap-5 px-6 py-6 print:max-w-none print:gap-4 print:p-0">
            <div className="screen-only flex justify-end gap-2">
              <Button onClick={onClose}>Back to the plan</Button>
              <Button look="primary" onClick={() => window.print()}>
                Print or save as PDF
              </Button>
            </div>
            <div className="flex items-start justify-between gap-6 max-md:flex-wrap">
              <div>
                <Dialog.Title className="font-semibold text-2xl">{scenario.name || UNNAMED}</Dialog.Title>
                <p className="text-muted text-sm">
                  {dayText(day)} · {report.versions}
                </p>
                <p className="mt-3 max-w-[60ch]">{report.question}</p>
                <p className="mt-1 max-w-[60ch] font-medium">{report.answer}</p>
              </div>
              <LinkCode link={link} />
            </div>
            <Part title="Options, their costs and where their prices come from">
              <PaperTable table={report.options} />
              <PriceOrigins />
            </Part>
            {engine && present && (
              <Part title="What a faster answer costs">
                <FrontierPanel frontier={engine.frontier(estimate, records)} slots={slots} />
              </Part>
            )}
            {present && demand && months.some(({ ok }) => ok) && (
              <Part title="The months to come">
                <p className="break-after-avoid text-muted text-xs">
                  Paid so far, with a band from one case in ten below to one in ten above; {demand.basis}.
                </p>
                <ProjectionChart options={months} slots={slots} budget={money.budget} currency={currency} />
                <PaperTable table={inCurrency(totalsTable(months, money.budget), currency)} />
                <RentOrBuy
                  names={optionNames(estimate)}
                  currency={currency}
                  each={rentOrBuyEach(estimate, lookupOf(records, scenario), demand.requests)}
                />
              </Part>
            )}
            {estimate.topologies && (
              <Part title="Ways to deploy">
                <PaperTable table={inCurrency(topologyTable(estimate, estimate.topologies), currency)} />
                <ul className="list-disc pl-5 text-xs">
                  {conditionTexts(estimate.topologies).map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </Part>
            )}
            <Part title="To mind">
              <ul className="list-disc pl-5 text-xs">
                {report.caveats.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </Part>
            <Part title="What each option says for itself">
              <dl className="text-2xs">
                {report.own.map(({ label, text }) => (
                  <div key={label} className="flex justify-between gap-6 border-line border-b py-0.5">
                    <dt className="shrink-0 text-muted">{label}</dt>
                    <dd className="text-right">{text}</dd>
                  </div>
                ))}
              </dl>
            </Part>
            <Part title="Assumptions">
              <dl className="grid grid-cols-2 gap-x-6 text-2xs">
                {report.assumptions.map(({ label, text }) => (
                  <div key={label} className="flex justify-between gap-3 border-line border-b py-0.5">
                    <dt className="text-muted">{label}</dt>
                    <dd className="text-right">{text}</dd>
                  </div>
                ))}
              </dl>
            </Part>
            <div className="mt-6 grid grid-cols-3 gap-8 text-muted text-xs">
              {["Prepared by", "Reviewed by", "Date and signature"].map((label) => (
                <p key={label} className="border-text border-t pt-1">
                  {label}
                </p>
              ))}
            </div>
            <p className="wrap-anywhere text-2xs text-muted">{link.length > MOST_SHOWN ? null : link}</p>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Longer addresses fill a page and are typed by nobody. */
const MOST_SHOWN = 300;

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title} className="grid grid-cols-1 gap-2">
      <h2 className="break-after-avoid font-semibold text-base">{title}</h2>
      {children}
    </section>
  );
}
