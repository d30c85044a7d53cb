import type { PlanCurrency } from "@/lib/scenario/currency";
import { type rentOrBuyEach, rentOrBuyText } from "@/lib/view/money/rent-or-buy";

type Props = {
  currency: PlanCurrency | undefined;
  names: readonly string[];
  each: ReturnType<typeof rentOrBuyEach>;
};

/** For each option whether buying its machines would pay, when, and over which range. */
export function RentOrBuy({ names, each: compared, currency }: Props) {
  const drawn = [...new Set(compared.flatMap(({ found }) => found?.cases.basis ?? []))];
  return (
    <section aria-label="Renting against buying">
      <h4 className="font-medium">Renting against buying</h4>
      <ul className="mt-1 grid gap-1 text-sm">
        {compared.map(({ found, uncounted }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: options have no identity but their place
          <li key={index}>
            <span className="font-medium">{names[index]}:</span>{" "}
            {found ? (
              <>
                {rentOrBuyText(found, currency)}
                {uncounted.length > 0 && (
                  <span className="text-warn"> Owning leaves out {uncounted.join(", ")}.</span>
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
      {drawn.length > 0 && (
        <p className="mt-1 text-muted text-xs">
          One case in ten is below a range, one in ten above it: {drawn.join(", ")}, the same traffic for
          both.
        </p>
      )}
    </section>
  );
}
