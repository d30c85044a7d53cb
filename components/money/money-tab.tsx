"use client";

import { useState } from "react";
import ScaledLines from "@/components/board/scaled-lines";
import { ChartFrame } from "@/components/charts/chart-frame";
import { MonthlyChart } from "@/components/charts/monthly-chart";
import { figureCell } from "@/components/planner/figure-cell";
import { usePlanner } from "@/components/planner/planner-context";
import type { TabProps } from "@/components/planner/result-tabs";
import { SelectField } from "@/components/ui/select-field";
import { baseDemand } from "@/lib/money";
import { formatQuantity } from "@/lib/units";
import { inCurrency } from "@/lib/view/currency";
import { isAsked } from "@/lib/view/goals";
import { lookupOf } from "@/lib/view/lookup-of";
import { apiCrossings, crossingText } from "@/lib/view/money/api-crossing";
import { billTable, tokenTable } from "@/lib/view/money/bill";
import { monthsTable, optionMonths, totalsTable } from "@/lib/view/money/months";
import { rentOrBuyEach } from "@/lib/view/money/rent-or-buy";
import { monthlyTable, months } from "@/lib/view/monthly";
import { optionNames } from "@/lib/view/option-name";
import { percent } from "@/lib/view/percent";
import { ApiOffers } from "./api-offers";
import { CurrencyForm } from "./currency-form";
import { HourPrices } from "./hour-prices";
import { ListedTerms } from "./listed-terms";
import { MoneyForm } from "./money-form";
import { PriceTrends } from "./price-trends";
import { ProjectionChart } from "./projection-chart";
import { RentOrBuy } from "./rent-or-buy";
import { useOffers } from "./use-offers";

/** What hours, machines, tokens and the months to come cost. */
export default function MoneyTab({ estimate, slots, row }: TabProps) {
  "use memo";
  const { state } = usePlanner();
  const [shown, setShown] = useState<number>();
  const { finance, money, currency } = estimate.scenario;
  const names = optionNames(estimate);
  const accelerators = estimate.options.map(({ accelerator }) => accelerator.id);
  const { offers, earlier, failed } = useOffers(accelerators);
  const demand = baseDemand(estimate, 0);
  const options = demand ? optionMonths(estimate, demand.requests) : [];
  const detailed =
    options.find((option) => option.index === (shown ?? row) && option.ok) ?? options.find(({ ok }) => ok);
  const crossings = apiCrossings(estimate);
  const lookup = lookupOf(state.records, estimate.scenario);
  return (
    <div className="grid grid-cols-1 gap-8">
      <HourPrices names={names} offers={offers} earlier={earlier} />
      <ApiOffers estimate={estimate} />
      {failed && (
        <p className="text-warn text-xs">
          The offers could not be loaded; the plan goes on with the prices it has.
        </p>
      )}
      {!state.frozen && (
        <div className="grid grid-cols-1 gap-2">
          <PriceTrends
            accelerators={accelerators}
            names={new Map(estimate.options.map(({ accelerator }) => [accelerator.id, accelerator.name]))}
            offers={offers}
            earlier={earlier}
          />
          <ListedTerms names={names} accelerators={accelerators} offers={offers} />
          <MoneyForm />
          <CurrencyForm key={currency?.code} />
        </div>
      )}
      <ChartFrame
        title="A month of each option"
        caption={`Paid around the clock, ${isAsked(estimate.scenario) ? "by the fleet that the busiest hour needs" : `at this load for ${percent(finance.utilisation, 0)} of it`}. A month is a twelfth of a year.`}
        table={monthlyTable(estimate)}
        explained={figureCell}
      >
        <MonthlyChart months={months(estimate)} slots={slots} currency={currency} />
        <ScaledLines estimate={estimate} rows={[...estimate.options.keys()]} />
      </ChartFrame>
      <ChartFrame
        title="A month’s bill"
        caption="The parts of what a month costs. Click a number to see how it comes about."
        table={billTable(estimate)}
        explained={figureCell}
      />
      <ChartFrame
        title="What tokens cost"
        caption="The same bill over its tokens. The rule that splits it is a setting above; its parts always add up to the bill. A user’s month is the bill over the plan’s users; an hour of sound is 120 requests of 30 s."
        table={tokenTable(estimate, lookup)}
        explained={figureCell}
      />
      {demand && (
        <>
          <ChartFrame
            title="The months to come"
            caption={`Paid so far. Every option serves the same ${count(demand.requests)} requests a month at the start: ${demand.basis}. The band is from one case in ten below to one in ten above${drawnText(options)}.`}
            table={inCurrency(totalsTable(options, money.budget), currency)}
            explained={figureCell}
          >
            <ProjectionChart options={options} slots={slots} budget={money.budget} currency={currency} />
            <div className="mt-4">
              <RentOrBuy
                names={names}
                currency={currency}
                each={rentOrBuyEach(estimate, lookup, demand.requests)}
              />
            </div>
            {crossings.length > 0 && (
              <section aria-label="Hosting against APIs" className="mt-4">
                <h4 className="font-medium">Hosting against APIs</h4>
                <ul className="mt-1 grid gap-1 text-sm">
                  {crossings.map((each) => (
                    <li key={`${each.option} ${each.api}`}>{crossingText(each)}</li>
                  ))}
                </ul>
              </section>
            )}
          </ChartFrame>
          {detailed?.ok && (
            <div className="grid grid-cols-1 gap-2">
              {options.length > 1 && (
                <SelectField
                  id="money-months-of"
                  label="Option whose months are shown"
                  value={String(detailed.index)}
                  choices={options
                    .filter(({ ok }) => ok)
                    .map(({ index, name }) => ({ value: String(index), label: name }))}
                  onChange={(value) => setShown(Number(value))}
                  className="w-fit max-w-full"
                />
              )}
              <ChartFrame
                title={`Month by month: ${detailed.name}`}
                table={inCurrency(monthsTable(detailed), currency)}
                explained={figureCell}
              />
            </div>
          )}
        </>
      )}
    </div>
  );
}

function count(requests: number): string {
  const { number, unit } = formatQuantity(requests, "1");
  return unit ? `${number} ${unit}` : number;
}

function drawnText(options: ReturnType<typeof optionMonths>): string {
  const basis = options.find((option) => option.ok)?.cases.basis ?? [];
  return basis.length === 0 ? "" : `, of ${basis.join(", ")}`;
}
