"use client";

import { Quantity } from "@/components/ui/quantity";
import type { Estimate, OptionEstimate } from "@/lib/engine";
import { headlineHelp } from "@/lib/engine/headline-help";
import { type HeadlineId, headline, headlines } from "@/lib/engine/headlines";
import { grouped } from "@/lib/units";
import { bindingLabels } from "@/lib/view/compare";
import { LIST, Row, WHOLE_ROW } from "./card-row";
import { FigureButton } from "./figure-button";
import { SimulatedList } from "./simulated-list";

type Props = { estimate: Estimate; option: OptionEstimate; index: number; name: string };

/** What is said of a benchmark, where a traffic is asked for and its own times are simulated. */
const OF_BENCHMARK: readonly HeadlineId[] = ["ttft", "tpot", "userRate"];

/**
 * The figures of a card under its cost: rows on a wide screen, two columns of cells on a phone. What the requests of a
 * traffic wait comes first; what a benchmark would show of the same replicas stands apart, with the reason why it differs.
 */
export function CardFigureList({ estimate, option, index, name }: Props) {
  const { currency } = estimate.scenario;
  const figure = (id: HeadlineId) => {
    const { label, unit } = headline(id);
    const help = headlineHelp(id);
    const value = option.figures[id];
    return (
      <Row key={id} label={label} help={help}>
        {value === undefined ? (
          <span className="text-muted">–</span>
        ) : (
          <FigureButton option={index} address={id} label={`${label} on ${name}`} className={WHOLE_ROW}>
            <Quantity value={value} unit={unit} currency={currency} />
          </FigureButton>
        )}
      </Row>
    );
  };
  const shown = headlines.flatMap(({ id, onCard }) => (onCard ? [id] : []));
  const { operation } = option;
  return (
    <>
      {operation && <SimulatedList estimate={estimate} option={option} index={index} name={name} />}
      <dl className={LIST}>
        {shown.filter((id) => !operation || !OF_BENCHMARK.includes(id)).map(figure)}
        <Row
          label="Bound by"
          help="What takes most of the accelerators' time, answers and prompts together: improve this first."
        >
          {option.binding ? bindingLabels[option.binding] : "–"}
        </Row>
      </dl>
      {operation && (
        <>
          <h4 className="mt-3 text-muted text-xs">
            {benchmarkText(operation.patch.batch ?? option.option.batch ?? estimate.scenario.workload.batch)}
          </h4>
          <dl className={LIST}>{OF_BENCHMARK.map(figure)}</dl>
          <p className="mt-1 text-muted text-xs">
            It differs because its clients start together and ask again at once: their prompts come in bunches
            and wait for one another.{" "}
            {operation.demand
              ? "The traffic’s requests come at times of their own."
              : "The people who are simulated start one after another."}
          </p>
        </>
      )}
    </>
  );
}

function benchmarkText(batch: number): string {
  const clients = Math.max(1, Math.round(batch));
  return `A benchmark: ${grouped(clients)} ${clients === 1 ? "client" : "clients"} a replica, started together`;
}
