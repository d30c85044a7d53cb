"use client";

import type { ReactNode } from "react";
import { FrontierPanel } from "@/components/charts/frontier-panel";
import { isPresent } from "@/components/export/present";
import { ProjectionChart } from "@/components/money/projection-chart";
import { RentOrBuy } from "@/components/money/rent-or-buy";
import { usePlanner } from "@/components/planner/planner-context";
import { baseDemand } from "@/lib/money";
import { dayText } from "@/lib/units";
import { today } from "@/lib/view/catalog/age";
import { inCurrency } from "@/lib/view/currency";
import { lookupOf } from "@/lib/view/lookup-of";
import { optionMonths, totalsTable } from "@/lib/view/money/months";
import { rentOrBuyEach } from "@/lib/view/money/rent-or-buy";
import { optionNames } from "@/lib/view/option-name";
import { seriesSlots } from "@/lib/view/palette";
import { recordName } from "@/lib/view/record-name";
import { reportOf } from "@/lib/view/report";
import { conditionTexts, topologyTable } from "@/lib/view/topologies/table";
import { LinkCode } from "./link-code";
import { PaperTable } from "./paper-table";
import { PriceOrigins } from "./price-origins";

type Props = {
  /** The plan's name, as the heading of what it stands in. */
  title: ReactNode;
  /** Which version of a saved plan it is, and until when that is kept. */
  about?: string;
  /** Where the plan is found again; empty until that is known. */
  link: string;
  /** What is done with it on a screen. */
  actions: ReactNode;
};

/** A plan on paper, for whoever has to sign it. */
export function Paper({ title, about, link, actions }: Props) {
  "use memo";
  const { engine, estimate, records, scenario } = usePlanner().state;
  const day = today();
  const nameOf = (id: string) => recordName(records, scenario, id);
  const report = reportOf(estimate, nameOf, day);
  const slots = seriesSlots(estimate.options.map(({ accelerator }) => accelerator.id));
  // What today's engine would add to figures of another day is none of them.
  const present = isPresent(estimate, records);
  const demand = baseDemand(estimate, 0);
  const months = demand ? optionMonths(estimate, demand.requests) : [];
  const { money, currency } = scenario;
  return (
    <div className="mx-auto grid max-w-[52rem] grid-cols-1 gap-5 px-6 py-6 print:max-w-none print:gap-4 print:p-0">
      <div className="screen-only flex flex-wrap justify-end gap-2">{actions}</div>
      <div className="flex items-start justify-between gap-6 max-md:flex-wrap">
        <div>
          {title}
          <p className="text-muted text-sm" suppressHydrationWarning>
            {about && "Printed "}
            {dayText(day)} · {report.versions}
          </p>
          {about && <p className="text-muted text-sm">{about}</p>}
          <p className="mt-3 max-w-[60ch]">{report.question}</p>
          <p className="mt-1 max-w-[60ch] font-medium">{report.answer}</p>
        </div>
        {link && <LinkCode link={link} />}
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
  );
}

/** Longer addresses fill a page and are typed by nobody. */
const MOST_SHOWN = 300;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid grid-cols-1 gap-2">
      <h2 className="break-after-avoid font-semibold text-base">{title}</h2>
      {children}
    </section>
  );
}
