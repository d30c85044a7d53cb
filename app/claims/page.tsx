import type { Metadata } from "next";
import { CatalogShell, PageTitle } from "@/components/catalog/catalog-shell";
import { ClaimCard } from "@/components/claims/claim-card";
import { ClaimFilter } from "@/components/claims/claim-filter";
import { OwnClaim } from "@/components/claims/own-claim";
import { VERDICTS } from "@/lib/claims/verdict";
import { answerOwn } from "./own-claim";
import { claimViews } from "./views";

export const metadata: Metadata = { title: "Claims" };

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? "";

/** What articles say of the cost of inference, tried by the engine; and a claim of the reader's own. */
export default async function ClaimsPage({ searchParams }: PageProps<"/claims">) {
  const { claim, verdict } = await searchParams;
  const text = one(claim);
  const wanted = VERDICTS.find((each) => each === one(verdict));
  const { engineVersion, views } = claimViews();
  const studies = views.filter(({ claim: { study } }) => study !== undefined);
  const shown = views.filter((view) => wanted === undefined || view.verdict === wanted);
  return (
    <CatalogShell current="claims">
      <div className="mx-auto grid w-full max-w-[80rem] grid-cols-1 gap-8">
        <PageTitle title="Claims">
          What articles say of the cost of serving language models, each tried in plans that you can open. A
          claim counts as kept within a tenth, because articles round. Computed by engine {engineVersion}.
        </PageTitle>
        <OwnClaim text={text} answer={text === "" ? undefined : (answerOwn(text) ?? null)} />
        <section aria-label="Case studies">
          <h2 className="font-semibold text-lg">Case studies</h2>
          <p className="max-w-3xl text-muted">Services that the articles tell of, as plans to start from.</p>
          <ul className="mt-2 grid grid-cols-1 gap-2 md:grid-cols-2">
            {studies.map(({ claim: each, plans }) => (
              <li key={each.id} className="rounded-lg border border-line bg-surface p-3">
                <p className="font-medium">
                  <a href={`/claims#${each.id}`} className="touch">
                    {each.study}
                  </a>
                </p>
                <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-sm">
                  {Object.entries(plans).map(([name, address]) => (
                    <a key={name} href={address} className="touch text-accent underline">
                      {name}
                    </a>
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </section>
        <section aria-label="Claims of the articles" className="grid grid-cols-1 gap-3">
          <h2 className="font-semibold text-lg">Claims of the articles</h2>
          <ClaimFilter views={views} wanted={wanted} />
          <ul className="grid grid-cols-1 gap-3">
            {shown.map((view) => (
              <ClaimCard key={view.claim.id} view={view} />
            ))}
          </ul>
        </section>
      </div>
    </CatalogShell>
  );
}
