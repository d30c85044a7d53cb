"use client";

import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { SelectField } from "@/components/ui/select-field";
import type { Part } from "@/lib/scenario/topology";
import { goingOn, type Onward, onwardOf, servedBy } from "@/lib/scenario/topology-edits";
import type { PartField } from "@/lib/scenario/topology-fields";
import { inSentence } from "@/lib/view/in-sentence";
import { AREA_CHOICES } from "./areas";
import { PartNumber } from "./part-field";

const ONWARD: readonly { value: Onward | "none"; label: string }[] = [
  { value: "none", label: "Nothing goes on" },
  { value: "escalated", label: "Some answers are asked again" },
  { value: "capacity", label: "What is above its machines" },
  { value: "away", label: "All, while it is taken away" },
];

/** What is asked of every part, and what few parts say. */
const MACHINES: readonly PartField[] = ["sites", "distance"];
const FINER: readonly PartField[] = ["spare", "sitePeak", "siteCost", "adapters", "egress", "tokenBytes"];
const OF_API: readonly PartField[] = ["distance", "ttft", "tpot"];
/** Of rank 16 for all projections of a model of 70 billion parameters, B. */
const ADAPTER = 4e8;

type Props = {
  at: string;
  of: string;
  part: Part;
  servers: readonly { value: string; label: string }[];
  isLast: boolean;
  isOnly: boolean;
  onPart: (part: Part) => void;
  onShare: (share: number) => void;
  onRemove: () => void;
};

/** One part of a topology: what serves it, what comes to it, and what goes on to the next. */
export function PartEditor({ at, of, part, servers, isLast, isOnly, onPart, onShare, onRemove }: Props) {
  const set = (name: PartField) => (value: number | undefined) => {
    const { [name]: _before, ...rest } = part;
    onPart((value === undefined ? rest : { ...part, [name]: value }) as Part);
  };
  const number = (name: PartField, onValue = set(name)) => (
    <PartNumber key={name} at={at} of={of} name={name} value={part[name]} onValue={onValue} />
  );
  const adapters = (count: number | undefined) => {
    const { adapters: _count, adapterSize: _size, ...rest } = part;
    onPart(
      count === undefined ? rest : { ...part, adapters: count, adapterSize: part.adapterSize ?? ADAPTER },
    );
  };
  const onward = onwardOf(part);
  const isApi = part.api !== undefined;
  return (
    <li className="rounded-md border border-line p-3">
      <div className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <span className="mb-0.5 block text-muted text-xs">Served by</span>
          <SelectField
            id={`${at}-server`}
            label={`${of}: served by`}
            value={isApi ? `api-${part.api}` : `option-${part.option}`}
            choices={servers}
            onChange={(value) => {
              const place = Number(value.slice(value.indexOf("-") + 1));
              onPart(servedBy(part, value.startsWith("api-") ? { api: place } : { option: place }));
            }}
          />
        </div>
        {!isOnly && (
          <IconButton label={`Remove ${inSentence(of)}`} onClick={onRemove}>
            <Icon name="close" />
          </IconButton>
        )}
      </div>
      <div className="mt-2 grid grid-cols-2 gap-x-3 gap-y-2 md:grid-cols-4">
        {!isOnly && number("share", (value) => onShare(value ?? 0))}
        {(isApi ? OF_API : MACHINES).map((name) => number(name))}
        {!isLast && (
          <div className="min-w-0">
            <span className="flex h-6 items-center text-muted text-xs">To the next part</span>
            <SelectField
              id={`${at}-onward`}
              label={`${of}: what goes on to the next part`}
              value={onward}
              choices={isApi ? ONWARD.slice(0, 2) : ONWARD}
              onChange={(value) => onPart(goingOn(part, value as Onward | "none"))}
            />
          </div>
        )}
        {!isLast && onward !== "none" && number(onward, (value) => value && set(onward)(value))}
      </div>
      <details className="mt-2">
        <summary className="touch text-accent text-xs">More of this part</summary>
        <div className="mt-1 grid grid-cols-2 gap-x-3 gap-y-2 md:grid-cols-4">
          {(isApi ? (["egress"] as const) : FINER).map((name) =>
            name === "adapters" ? number(name, adapters) : number(name),
          )}
          {part.adapters !== undefined &&
            number("adapterSize", (value) => value && set("adapterSize")(value))}
          <div className="min-w-0">
            <span className="flex h-6 items-center text-muted text-xs">Stands in</span>
            <SelectField
              id={`${at}-area`}
              label={`${of}: stands in`}
              value={part.area ?? ""}
              choices={[{ value: "", label: "As its offer says" }, ...AREA_CHOICES]}
              onChange={(value) => {
                const { area: _before, ...rest } = part;
                onPart(value === "" ? rest : { ...rest, area: value as NonNullable<Part["area"]> });
              }}
            />
          </div>
        </div>
      </details>
    </li>
  );
}
