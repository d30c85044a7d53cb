"use client";

import { Icon } from "./icon";

type Props = {
  id: string;
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  describedBy?: string;
  className?: string;
};

/** A closed list of choices. The browser's own select, because it is the best one on every device. */
export function SelectField({ id, label, value, choices, onChange, describedBy, className = "" }: Props) {
  "use memo";
  return (
    <span className={`relative block ${className}`}>
      <select
        id={id}
        aria-label={label}
        aria-describedby={describedBy}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="control w-full appearance-none truncate py-1 pr-7 pl-2"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} className="bg-surface text-text">
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="down" className="pointer-events-none absolute inset-y-0 right-1.5 my-auto text-muted" />
    </span>
  );
}
