"use client";

import type { ReactNode } from "react";
import { Quantity } from "@/components/ui/quantity";
import { Term } from "@/components/ui/term";
import type { OptionEstimate } from "@/lib/engine";
import { headlines } from "@/lib/engine/headlines";
import { bindingLabels } from "@/lib/view/compare";
import { FigureButton } from "./figure-button";
import { usePlanner } from "./planner-context";

type Props = { option: OptionEstimate; index: number; name: string };

/** The figures of a card under its cost: rows on a wide screen, two columns of cells on a phone. */
export function CardFigureList({ option, index, name }: Props) {
  const { currency } = usePlanner().state.estimate.scenario;
  return (
    <dl className="mt-2 grid gap-y-px max-md:grid-cols-2 max-md:gap-x-4">
      {headlines.map(({ id, label, unit, help, onCard }) => {
        if (!onCard) return null;
        const value = option.figures[id];
        return (
          <Row key={id} label={label} help={help}>
            {value === undefined ? (
              <span className="text-muted">–</span>
            ) : (
              <FigureButton
                option={index}
                address={id}
                label={`${label} on ${name}`}
                className="min-h-6 min-w-6 leading-6 after:absolute after:inset-0"
              >
                <Quantity value={value} unit={unit} currency={currency} />
              </FigureButton>
            )}
          </Row>
        );
      })}
      <Row
        label="Bound by"
        help="What takes most of the accelerators' time, answers and prompts together: improve this first."
      >
        {option.binding ? bindingLabels[option.binding] : "–"}
      </Row>
    </dl>
  );
}

/** The whole row answers to a tap; only the help keeps its own place above it, where the card is wide enough. */
function Row({ label, help, children }: { label: string; help: string; children: ReactNode }) {
  return (
    <div className="relative flex min-h-6 items-center justify-between gap-x-2 max-md:min-h-13 max-md:flex-col max-md:items-start max-md:justify-center">
      <dt className="flex @max-[15rem]:text-xs items-center whitespace-nowrap text-muted max-md:text-xs">
        <Term help={help}>{label}</Term>
      </dt>
      <dd className="whitespace-nowrap @max-[15rem]:text-xs md:text-right">{children}</dd>
    </div>
  );
}
