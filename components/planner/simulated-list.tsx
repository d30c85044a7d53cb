"use client";

import { Quantity } from "@/components/ui/quantity";
import type { Estimate, OptionEstimate } from "@/lib/engine";
import { formatQuantity } from "@/lib/units";
import { simulatedInterval, simulatedOf, simulatedTimes } from "@/lib/view/simulated-range";
import { simulatedAddress, simulatedHelp } from "@/lib/view/simulated-time";
import { LIST, Row, WHOLE_ROW } from "./card-row";
import { FigureButton } from "./figure-button";

type Props = { estimate: Estimate; option: OptionEstimate; index: number; name: string };

/** What the requests of the busiest hour wait on an option, each with its range. */
export function SimulatedList({ estimate, option, index, name }: Props) {
  return (
    <>
      <h4 className="mt-2 text-muted text-xs">
        {simulatedOf(estimate, option)}, simulated, with the 80 % range
      </h4>
      <dl className={LIST}>
        {simulatedTimes(estimate).map(({ goal, at, label, unit }) => {
          const found = simulatedInterval(option, goal, at);
          return (
            <Row key={label} label={label} help={simulatedHelp(goal)}>
              {found ? (
                <FigureButton
                  option={index}
                  address={simulatedAddress(goal, at)}
                  label={`${label} on ${name}`}
                  className={WHOLE_ROW}
                >
                  <Quantity value={found.value} unit={unit} currency={undefined} />{" "}
                  <span className="text-muted text-xs">({rangeText(found.low, found.high, unit)})</span>
                </FigureButton>
              ) : (
                <span className="text-muted">–</span>
              )}
            </Row>
          );
        })}
      </dl>
    </>
  );
}

/** "383–883 ms", or each end with a unit of its own. */
function rangeText(low: number, high: number, unit: string): string {
  const [from, to] = [formatQuantity(low, unit), formatQuantity(high, unit)];
  return from.unit === to.unit
    ? `${from.number}–${to.number}`
    : `${from.number} ${from.unit}–${to.number} ${to.unit}`;
}
