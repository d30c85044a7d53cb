import "server-only";
import * as catalog from "@/lib/catalog";
import type { PriceTerm } from "@/lib/catalog/schema";
import { scenariosOf } from "@/lib/claims/measure";
import { perLocale } from "@/lib/units";
import type { ClaimView } from "@/lib/view/claims";
import { becauseText } from "@/lib/view/claims";
import { offersText } from "@/lib/view/claims-market";
import { planAddress } from "@/lib/view/plan-address";
import { readClaims, readVerdicts } from "./records";

/** Every claim with its verdict, its plans' addresses and what the catalog lists of its market: made once a process. */
export const claimViews: () => { engineVersion: string; views: ClaimView[] } = perLocale(made);

function made() {
  const { engineVersion, claim: found } = readVerdicts();
  const verdicts = new Map(found.map((each) => [each.id, each]));
  const views = readClaims().map((claim): ClaimView => {
    const { verdict, case: cases } = verdicts.get(claim.id) ?? { verdict: "advice" as const, case: [] };
    const scenarios = scenariosOf(claim);
    const market = claim.market && {
      name: catalog.accelerator(claim.market.accelerator)?.name ?? claim.market.accelerator,
      offers: catalog.pricesOf(claim.market.accelerator),
      term: claim.market.term as PriceTerm,
    };
    return {
      claim,
      verdict,
      cases,
      because: becauseText(claim, verdict, cases),
      plans: Object.fromEntries(
        Object.entries(scenarios).map(([name, scenario]) => [name, planAddress(scenario)]),
      ),
      ...(market ? { market: offersText(market.name, market.offers, market.term) } : {}),
    };
  });
  return { engineVersion, views };
}
