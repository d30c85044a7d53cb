"use client";

import { useState } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import { fetchApis } from "@/components/planner/server-calls";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import type { Scenario } from "@/lib/scenario/schema";
import { withCheapestApi } from "@/lib/view/board/cheapest-api";
import { hasRoom, hasRoomForParts, templatesOf, usualTopologies } from "@/lib/view/topologies/templates";

type Props = { best: number; small: number; large: number };

/** Adds one of the usual topologies, or several at once to a plan that has none; an API is taken from the catalog. */
export function AddTopology({ best, small, large }: Props) {
  const { state, dispatch } = usePlanner();
  const [said, setSaid] = useState("");
  const { scenario } = state;
  const templates = templatesOf(scenario, best, small, large);
  const room = hasRoom(scenario);

  function take(grown: Scenario) {
    if (hasRoomForParts(grown, 0)) dispatch({ type: "change", scenario: grown });
    else setSaid("All topologies together would have too many parts: remove one first.");
  }

  /** The plan with an API that sells its model; the plan as it is where none does. */
  async function withApi(): Promise<Scenario> {
    if (scenario.apis) return scenario;
    const { offers } = await fetchApis(scenario.workload.model);
    return withCheapestApi(scenario, offers) ?? scenario;
  }

  async function usual() {
    const plan = await withApi().catch(() => scenario);
    take(usualTopologies(plan, best, small, large));
  }

  async function add(id: string) {
    const find = (plan: Scenario) => templatesOf(plan, best, small, large).find((each) => each.id === id);
    const template = find(scenario);
    setSaid("");
    if (!template?.needs) return template && take(template.add());
    if (!template.wantsApi) return setSaid(template.needs);
    try {
      const grown = find(await withApi());
      if (grown?.needs) setSaid("No API of the catalog sells this model.");
      else if (grown) take(grown.add());
    } catch {
      setSaid("The catalog does not answer; try again later.");
    }
  }

  return (
    <div className="screen-only flex flex-wrap items-center gap-2">
      {!scenario.topologies && (
        <Button look="primary" onClick={() => void usual()}>
          Compare the usual ways
        </Button>
      )}
      {room ? (
        <SelectField
          id="add-topology"
          label="Add a topology"
          value=""
          choices={[
            { value: "", label: "Add a topology…" },
            ...templates.map(({ id, label, help }) => ({ value: id, label: `${label}: ${help}` })),
          ]}
          onChange={(id) => void add(id)}
          className="w-56 max-w-full"
        />
      ) : (
        <p className="text-muted text-xs">As many as fit side by side: remove one to add another.</p>
      )}
      <p role="status" className="min-w-0 grow text-muted text-xs">
        {said}
      </p>
    </div>
  );
}
