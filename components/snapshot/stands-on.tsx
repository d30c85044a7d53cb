import type { OptionEstimate } from "@/lib/engine";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { standsOn } from "@/lib/view/board/stands-on";
import { today } from "@/lib/view/catalog/age";

type Props = { option: OptionEstimate; currency: PlanCurrency | undefined };

/** What a saved plan's answer stands on: its price, until when that holds, and how sure its times are. */
export function StandsOn({ option, currency }: Props) {
  return (
    <p className="text-muted" suppressHydrationWarning>
      {standsOn(option, currency, today()).join(" ")}
    </p>
  );
}
