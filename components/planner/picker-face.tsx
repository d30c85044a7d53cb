import { Icon } from "@/components/ui/icon";
import type { PickerItem } from "./picker-item";

export type PickerProps = {
  label: string;
  value: string;
  chosen: PickerItem | undefined;
  /** Whether the facts stand beside the chosen name, or only in the list. */
  showFacts?: boolean;
  items: readonly PickerItem[];
  placeholder?: string;
  /** What can be done instead of choosing from the list. */
  action?: { label: string; run: () => void } | undefined;
  onChange: (id: string) => void;
};

/** What a picker shows while it is closed: the chosen name and its facts. */
export function PickerFace({ value, chosen, showFacts, placeholder = "" }: PickerProps) {
  return (
    <>
      <span className="min-w-0 grow truncate">
        {chosen?.name ?? (value || <span className="text-muted">{placeholder}</span>)}
      </span>
      {showFacts && <span className="shrink-0 text-muted text-xs">{chosen?.facts}</span>}
      <Icon name="down" className="text-muted" />
    </>
  );
}
