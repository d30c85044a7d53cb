"use client";

import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { MAX_NAME, MAX_PARTS } from "@/lib/scenario/limits";
import { cleanName } from "@/lib/scenario/name";
import type { Part, Topology } from "@/lib/scenario/topology";
import { asWhole, withShare } from "@/lib/scenario/topology-edits";
import { serverName, type serverNames } from "@/lib/view/topologies/server-names";
import { hasRoomForParts } from "@/lib/view/topologies/templates";
import { AREA_CHOICES } from "./areas";
import { PartEditor } from "./part-editor";

type Props = { topology: Topology; index: number; names: ReturnType<typeof serverNames> };

/** The settings of one topology: its name, where requests must stay, and its parts in the order that requests take. */
export function TopologyEditor({ topology, index, names }: Props) {
  const { state, dispatch } = usePlanner();
  const { parts, area } = topology;
  const at = `topologies.${index}`;
  const set = (key: string, value: unknown) =>
    dispatch({ type: "set", path: `${at}.${key}`, value, at: Date.now() });
  // What a box held belongs to a place among the parts that may be another one's now.
  const restructure = (next: Part[]) => {
    const topologies = (state.scenario.topologies ?? []).with(index, { ...topology, parts: asWhole(next) });
    dispatch({ type: "change", scenario: { ...state.scenario, topologies } });
  };
  const servers = [
    ...names.options.map((label, place) => ({ value: `option-${place}`, label })),
    ...names.apis.map((label, place) => ({ value: `api-${place}`, label })),
  ];
  const grown = () => {
    const added: Part = { option: 0, share: 0 };
    restructure(withShare([...parts, added], parts.length, 1 / (parts.length + 1)));
  };
  return (
    <div className="mt-3 grid gap-3">
      <div className="grid gap-3 md:grid-cols-2">
        <label className="block">
          <span className="mb-0.5 block text-muted text-xs">Name of the topology</span>
          <input
            type="text"
            autoComplete="off"
            value={topology.name}
            maxLength={MAX_NAME}
            onChange={({ currentTarget }) => {
              const name = cleanName(currentTarget.value);
              if (name.trim()) set("name", name);
            }}
            className="control w-full px-2 py-1"
          />
        </label>
        <div>
          <span className="mb-0.5 block text-muted text-xs">Requests must stay in</span>
          <SelectField
            id={`${at}-area`}
            label={`${topology.name}: requests must stay in`}
            value={area ?? ""}
            choices={[{ value: "", label: "Anywhere" }, ...AREA_CHOICES]}
            onChange={(value) => set("area", value === "" ? undefined : value)}
          />
        </div>
      </div>
      <ol className="grid gap-3">
        {parts.map((part, place) => (
          <PartEditor
            // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other identity than its place
            key={place}
            at={`${at}.parts.${place}`}
            of={`Part ${place + 1}, ${serverName(part, names)}`}
            part={part}
            servers={servers}
            isLast={place === parts.length - 1}
            isOnly={parts.length === 1}
            onPart={(next) => set(`parts.${place}`, next)}
            onShare={(share) => set("parts", asWhole(withShare(parts, place, share)))}
            onRemove={() => restructure(parts.toSpliced(place, 1))}
          />
        ))}
      </ol>
      <div>
        <Button disabled={parts.length >= MAX_PARTS || !hasRoomForParts(state.scenario, 1)} onClick={grown}>
          Add a part
        </Button>
      </div>
    </div>
  );
}
