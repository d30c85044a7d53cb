"use client";

import { useState } from "react";
import { saveFile } from "@/components/export/save-file";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import type { Estimate, Lookup } from "@/lib/engine";
import { fileName } from "@/lib/export/file-name";
import { type GateLine, gateStages, gatesMarkdown } from "@/lib/view/prove/gate-lines";
import { HOW, measureSentences } from "@/lib/view/prove/measure-lines";
import { planGates } from "@/lib/view/prove/plan-gates";
import { measurePoints } from "@/lib/view/prove/to-serve";
import { usePlanner } from "../planner/planner-context";
import { DecidingNote } from "./deciding-note";
import { PointList } from "./point-list";

type Props = { estimate: Estimate; index: number; name: string; lookup: Lookup };

/** What to measure, and what has to hold before the plan goes on: by stage, with owner, threshold and verdict. */
export default function GatesPart({ estimate, index, name, lookup }: Props) {
  "use memo";
  const { scenario } = usePlanner().state;
  const [told, setTold] = useState("");
  const gates = planGates(estimate, index, lookup);
  const points = measurePoints(estimate, index);
  if (gates.length === 0)
    return (
      <p className="text-muted text-sm">This option does not run as planned: it has no gates to pass.</p>
    );
  const markdown = () =>
    gatesMarkdown(
      `${scenario.name ?? "Plan"}, ${name}`,
      points,
      gates,
      scenario.currency,
      measureSentences(estimate, lookup),
    );
  return (
    <section aria-label="Gates" className="grid gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h3 className="font-semibold">Measurement plan and gates</h3>
          <p className="max-w-[64ch] text-muted text-sm">
            {HOW} Thresholds are the plan's goals, or the worse end of what it promises; a verdict follows
            from your measurements.
          </p>
        </div>
        <div className="flex gap-2">
          <Button
            onClick={async () =>
              setTold((await copyText(markdown())) ? "Copied." : "The browser refused to copy.")
            }
          >
            Copy Markdown
          </Button>
          <Button
            onClick={() => saveFile(fileName(scenario.name, "md"), markdown(), "text/markdown;charset=utf-8")}
          >
            Save
          </Button>
        </div>
      </div>
      <p role="status" className={told === "" ? "sr-only" : "text-muted text-xs"}>
        {told}
      </p>
      <DecidingNote estimate={estimate} lookup={lookup} />
      <PointList points={points} />
      {gateStages(gates, scenario.currency).map(({ stage, name: title, lines }) => (
        <StageTable key={stage} title={title} lines={lines} />
      ))}
    </section>
  );
}

const TONES: Readonly<Record<GateLine["verdict"], string>> = {
  met: "text-good",
  missed: "text-bad",
  expected: "text-good",
  uncertain: "text-warn",
  doubtful: "text-bad",
  open: "text-muted",
};

/** On a phone what is expected stands under the gate. */
const HEADS = [
  { head: "Gate", wide: false },
  { head: "Threshold", wide: false },
  { head: "Verdict", wide: false },
  { head: "Expected, P10 to P90", wide: true },
  { head: "Measured", wide: true },
  { head: "Owner", wide: true },
];

function StageTable({ title, lines }: { title: string; lines: readonly GateLine[] }) {
  return (
    <div className="overflow-x-auto rounded-md border border-line bg-surface">
      <table className="w-full text-sm tabular-nums sm:min-w-[46rem]">
        <caption className="px-3 py-2 text-left font-medium">{title}</caption>
        <thead>
          <tr className="border-line border-y text-left text-muted text-xs">
            {HEADS.map(({ head, wide }) => (
              <th key={head} scope="col" className={`px-3 py-1.5 font-normal ${wide ? "max-sm:hidden" : ""}`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="border-line border-t align-top first:border-t-0">
              <th scope="row" className="px-3 py-1.5 text-left font-normal">
                {line.what}
                <span className="block text-muted text-xs">{line.basis}</span>
                <span className="block text-muted text-xs sm:hidden">
                  Expected {line.expected}, measured {line.measured}, {line.owner}
                </span>
              </th>
              <td className="whitespace-nowrap px-3 py-1.5">{line.threshold}</td>
              <td className={`px-3 py-1.5 font-medium sm:whitespace-nowrap ${TONES[line.verdict]}`}>
                {line.verdictText}
              </td>
              <td className="px-3 py-1.5 text-muted max-sm:hidden">{line.expected}</td>
              <td className="px-3 py-1.5 max-sm:hidden">{line.measured}</td>
              <td className="px-3 py-1.5 text-muted max-sm:hidden">{line.owner}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
