"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import { call, queryClient } from "@/components/planner/server-calls";
import { SelectField } from "@/components/ui/select-field";

type Study = { name: string; says: string; article: string; address: string };

/** The services that articles tell of, each of which takes the plan's place; undo brings the plan back. */
export function CaseStudies() {
  const { state, dispatch } = usePlanner();
  const [chosen, setChosen] = useState<Study>();
  const { data } = useQuery(
    {
      queryKey: ["studies"],
      queryFn: () => call<{ studies: Study[] }>("/api/v1/catalog/studies").catch(() => ({ studies: [] })),
    },
    queryClient,
  );
  const studies = data?.studies ?? [];
  if (studies.length === 0) return null;
  return (
    <div className="mt-2">
      <SelectField
        id="case-study"
        label="Plan of a case study"
        value={chosen?.name ?? ""}
        choices={[
          { value: "", label: "Or a whole case study…" },
          ...studies.map(({ name }) => ({ value: name, label: name })),
        ]}
        onChange={(name) => {
          const study = studies.find((each) => each.name === name);
          const reading =
            study && state.engine?.decode(study.address.slice(study.address.indexOf("#d=") + 3));
          if (!reading?.ok) return;
          setChosen(study);
          dispatch({ type: "replace", scenario: reading.scenario });
        }}
      />
      {chosen && (
        <p className="mt-1 text-muted text-xs">
          {chosen.says} (From the {chosen.article}; see Claims for what came of it.)
        </p>
      )}
    </div>
  );
}
