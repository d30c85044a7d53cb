import "server-only";
import { lookupFor } from "@/app/catalog-lookup";
import { answer, type Estimate } from "@/lib/engine";
import { baseDemand } from "@/lib/money";
import { fieldErrors } from "@/lib/scenario/field-error";
import { monthsTable, optionMonths, totalsTable } from "@/lib/view/money/months";
import { withoutExplanations } from "@/lib/view/table";
import { invalid, type Outcome } from "../outcome";
import { projectSchema } from "../request-schemas";
import { withScenario } from "../scenario-answers";

const demandOf = (estimate: Estimate) => {
  const demand = baseDemand(estimate, 0);
  return demand && { requests: demand.requests, basis: demand.basis };
};

/** What each option of a scenario costs over its months, all serving the same requests: the page's own tables. */
export function projected(body: unknown): Outcome<object> {
  const reading = projectSchema.safeParse(body, { reportInput: true });
  if (!reading.success) return invalid(fieldErrors(reading.error.issues), "The request is not valid");
  const { scenario: sent, requests } = reading.data;
  return withScenario(sent, "scenario.", (scenario) => {
    const estimate = answer(scenario, lookupFor(scenario));
    const { engineVersion, catalogVersion } = estimate;
    const demand = requests === undefined ? demandOf(estimate) : { requests, basis: "the request" };
    const options = demand ? optionMonths(estimate, demand.requests) : [];
    return {
      engineVersion,
      catalogVersion,
      scenario,
      demand: demand ?? null,
      totals: withoutExplanations(totalsTable(options, scenario.money.budget)),
      months: options.map((option) =>
        option.ok ? withoutExplanations(monthsTable(option)) : { option: option.name, reason: option.reason },
      ),
    };
  });
}
