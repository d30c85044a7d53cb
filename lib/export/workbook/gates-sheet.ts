import type { Estimate, Lookup } from "@/lib/engine";
import { displayUnit, parseUnit } from "@/lib/units";
import { STAGE_NAMES, verdictText } from "@/lib/view/prove/gate-lines";
import { planGates } from "@/lib/view/prove/plan-gates";
import { type BookCell, type BookSheet, heads, number, text, unitText } from "./book";

/**
 * What has to hold before each option goes on, as the application had it: thresholds and verdicts are of that day, and
 * follow no edit of the other sheets. Amounts are in the plan's currency.
 */
export function gatesSheet(estimate: Estimate, names: readonly string[], lookup: Lookup): BookSheet {
  const { code, perDollar } = estimate.scenario.currency ?? { code: "USD", perDollar: 1 };
  const rows = estimate.options.flatMap((_, option) =>
    planGates(estimate, option, lookup).map((gate): BookCell[] => {
      const unit = displayUnit(gate.unit);
      const isMoney = unit.startsWith("USD");
      const factor = parseUnit(unit).factor / (isMoney ? perDollar : 1);
      const value = (base: number | undefined) =>
        base === undefined ? text("") : number(base / factor, "locked", "#,##0.000");
      const { expected } = gate;
      return [
        text(names[option] ?? ""),
        text(STAGE_NAMES[gate.stage]),
        text(gate.what),
        text(gate.owner),
        text(gate.side),
        gate.threshold === undefined ? text("to be set", "muted") : value(gate.threshold),
        text(unitText(isMoney ? unit.replace("USD", code) : unit), "muted"),
        value(expected?.low),
        value(expected?.value),
        value(expected?.high),
        value(gate.measured),
        text(verdictText(gate)),
        text(gate.basis, "muted"),
      ];
    }),
  );
  return {
    name: "Gates",
    widths: [24, 34, 56, 16, 10, 14, 12, 12, 12, 12, 12, 18, 48],
    frozen: { rows: 1, columns: 3 },
    rows: [
      heads(
        "Option",
        "Stage",
        "Gate",
        "Owner",
        "Side",
        "Threshold",
        "Unit",
        "P10",
        "Expected",
        "P90",
        "Measured",
        "Verdict when exported",
        "Threshold from",
      ),
      ...rows,
    ],
  };
}
