import type { Metadata } from "next";
import { Section } from "@/components/accuracy/section";
import { CatalogShell, PageTitle } from "@/components/catalog/catalog-shell";
import { CalibrationRecord } from "@/components/method/calibration-record";
import { Contents } from "@/components/method/contents";
import { FormatTable } from "@/components/method/format-table";
import { ModelProse } from "@/components/method/model-prose";
import { NotModelled } from "@/components/method/not-modelled";
import { RangesProse } from "@/components/method/ranges-prose";
import { TopicSection } from "@/components/method/topic-section";
import { calibration, calibrations, formats, source } from "@/lib/catalog";
import { CALIBRATION_KINDS } from "@/lib/view/method/constants";
import { entryOf } from "@/lib/view/method/entry";
import { topics } from "@/lib/view/method/topics";

export const metadata: Metadata = { title: "Method" };

const parts = [
  { id: "model", label: "How it works" },
  { id: "ranges", label: "Ranges" },
  { id: "limits", label: "What is not modelled" },
  { id: "formulas", label: "Formulas" },
  { id: "constants", label: "Constants" },
  { id: "formats", label: "Number formats" },
];

/** Every formula and every constant behind the numbers, from the same declarations that compute them. */
export default function MethodPage() {
  return (
    <CatalogShell current="method">
      <div className="mx-auto grid w-full max-w-[90rem] grid-cols-[13rem_minmax(0,1fr)] gap-8 max-md:grid-cols-1">
        <Contents parts={parts} topics={topics.map(({ id, label }) => ({ id, label }))} />
        <div className="grid min-w-0 gap-10">
          <PageTitle title="Method">
            How every number comes about. The formulas below are the ones that compute: this page is made from
            them. How far off they are is on the{" "}
            <a href="/accuracy" className="text-accent underline">
              accuracy page
            </a>
            , and all of it as JSON behind the{" "}
            <a href="/api" className="text-accent underline">
              API
            </a>
            .
          </PageTitle>
          <Section id="model" title="How it works">
            <ModelProse />
          </Section>
          <Section id="ranges" title="Ranges">
            <RangesProse record={calibration("uncertainty")} />
          </Section>
          <Section id="limits" title="What is not modelled">
            <NotModelled />
          </Section>
          <Section
            id="formulas"
            title="Formulas"
            lead="Base units throughout: seconds, bytes, operations, tokens, US dollars. if(a, b, c) is b when a holds, else c; pnorm(a, b, p) is (aᵖ + bᵖ)^(1/p)."
          >
            <div className="grid gap-6">
              {topics.map(({ id, label, about, quantities }) => (
                <TopicSection
                  key={id}
                  id={id}
                  label={label}
                  about={about}
                  entries={quantities.map(entryOf)}
                />
              ))}
            </div>
          </Section>
          <Section
            id="constants"
            title="Constants"
            lead="What no datasheet says. A fitted constant shows what it was expected to be and what the calibration measurements made of it; where there is no arrow it was set, not fitted."
          >
            {CALIBRATION_KINDS.map(({ kind, label }) => (
              <div key={kind}>
                <h3 className="mb-2 font-semibold text-base">{label}</h3>
                <div className="grid items-start gap-2 wide:grid-cols-2">
                  {calibrations()
                    .filter((record) => record.kind === kind)
                    .map((record) => (
                      <CalibrationRecord key={record.id} record={record} />
                    ))}
                </div>
              </div>
            ))}
          </Section>
          <Section id="formats" title="Number formats" lead="Bits per weight include scales and zero points.">
            <FormatTable formats={formats()} source={source} />
          </Section>
        </div>
      </div>
    </CatalogShell>
  );
}
