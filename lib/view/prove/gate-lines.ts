import { type Gate, type GateVerdict, STAGES, type Stage } from "@/lib/measure/gate";
import type { Point } from "@/lib/measure/points";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { grouped } from "@/lib/units";
import { amountText } from "../currency";
import { POINT_HEADS } from "./measure-lines";
import { percentText } from "./words";

/** A gate as a reader sees it. */
export interface GateLine {
  readonly id: string;
  readonly what: string;
  readonly owner: string;
  readonly threshold: string;
  readonly basis: string;
  /** What is expected with its range, and what was measured; a dash where nothing is known. */
  readonly expected: string;
  readonly measured: string;
  readonly verdict: GateVerdict;
  readonly verdictText: string;
}

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  before: "Before anything is bought",
  validation: "At validation, on one measured replica",
  production: "In production",
};

const VERDICT_NAMES: Readonly<Record<GateVerdict, string>> = {
  met: "Met",
  missed: "Missed",
  expected: "Expected to hold",
  uncertain: "Uncertain",
  doubtful: "Not expected",
  open: "To be found",
};

/** What production shows is seen then and there. */
export const verdictText = ({ verdict, stage }: Pick<Gate, "verdict" | "stage">): string =>
  verdict === "open" && stage === "production" ? "To be watched" : VERDICT_NAMES[verdict];

const NOTHING = "–";

/** The gates in words, a stage at a time. */
export const gateStages = (gates: readonly Gate[], currency: PlanCurrency | undefined) =>
  STAGES.map((stage) => ({
    stage,
    name: STAGE_NAMES[stage],
    lines: gates.filter((gate) => gate.stage === stage).map((gate) => lineOf(gate, currency)),
  }));

function lineOf(gate: Gate, currency: PlanCurrency | undefined): GateLine {
  const { id, what, owner, unit, side, threshold, basis, expected, measured, verdict } = gate;
  const said = (value: number) => (unit === "%" ? percentText(value) : amountText(value, unit, currency));
  const range =
    expected?.low === undefined || expected.high === undefined
      ? ""
      : ` (${said(expected.low)} to ${said(expected.high)})`;
  const sign = side === "at most" ? "≤" : "≥";
  return {
    id,
    what,
    owner,
    threshold: threshold === undefined ? "to be set" : `${sign} ${said(threshold)}`,
    basis,
    expected: expected ? `${said(expected.value)}${range}` : NOTHING,
    measured: measured === undefined ? NOTHING : said(measured),
    verdict,
    verdictText: verdictText(gate),
  };
}

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** The measurement plan and the gates as Markdown, for a ticket or a wiki. */
export function gatesMarkdown(
  title: string,
  points: readonly Point[],
  gates: readonly Gate[],
  currency: PlanCurrency | undefined,
  /** What the measurement plan says before its points. */
  sentences: readonly string[],
): string {
  const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
    [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");
  return [
    `# ${title.replaceAll(/\s+/g, " ")}: measurement plan and gates`,
    "## Measure",
    ...sentences,
    table(
      POINT_HEADS,
      points.map(({ inFlight, why, repeats }) => [grouped(inFlight), why, String(repeats)]),
    ),
    ...gateStages(gates, currency).flatMap(({ name, lines }) => [
      `## ${name}`,
      table(
        ["Gate", "Owner", "Threshold", "From", "Expected (P10 to P90)", "Measured", "Verdict"],
        lines.map((line) => [
          line.what,
          line.owner,
          line.threshold,
          line.basis,
          line.expected,
          line.measured,
          line.verdictText,
        ]),
      ),
    ]),
    "",
  ].join("\n\n");
}
