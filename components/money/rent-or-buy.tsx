import type { BreakEven } from "@/lib/money";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { moneyText } from "@/lib/view/currency";
import { percent } from "@/lib/view/percent";

type Props = {
  currency: PlanCurrency | undefined;
  names: readonly string[];
  found: readonly (BreakEven | undefined)[];
  /** What each option's owning leaves out because nobody said it. */
  uncounted: readonly (readonly string[])[];
};

/** For each option whether buying its machines would pay, and when. */
export function RentOrBuy({ names, found, uncounted, currency }: Props) {
  return (
    <section aria-label="Renting against buying">
      <h4 className="font-medium">Renting against buying</h4>
      <ul className="mt-1 grid gap-1 text-sm">
        {found.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: options have no identity but their place
          <li key={index}>
            <span className="font-medium">{names[index]}:</span>{" "}
            {each ? (
              <>
                {text(each, currency)}
                {(uncounted[index] ?? []).length > 0 && (
                  <span className="text-warn"> Owning leaves out {(uncounted[index] ?? []).join(", ")}.</span>
                )}
              </>
            ) : (
              <span className="text-muted">
                not compared: it takes a rental price, a purchase price and the place’s electricity.
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function text({ month, saved, yearlyReturn }: BreakEven, currency: PlanCurrency | undefined): string {
  const amount = moneyText(Math.abs(saved), "USD", currency).number;
  const end = saved < 0 ? `costs ${amount} more` : `saves ${amount}`;
  const rate = yearlyReturn === undefined ? "" : `, a return of ${percent(yearlyReturn, 0)} a year`;
  return month === undefined
    ? `buying does not pay for itself within these months; with what machines are then worth it ${end}.`
    : `buying pays for itself in month ${Math.max(1, Math.ceil(month))}; at the end, with what machines are then worth, it ${end}${rate}.`;
}
