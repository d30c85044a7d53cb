"use client";

import { useId } from "react";

type Props<T extends string> = {
  label: string;
  value: T;
  choices: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  className?: string;
};

/** One choice of a few, side by side. Radio buttons underneath, so arrow keys and screen readers just work. */
export function Segmented<T extends string>({ label, value, choices, onChange, className = "" }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={`inline-flex rounded-md bg-inset p-0.5 ${className}`}>
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="touch relative inline-flex h-7 flex-auto cursor-pointer items-center justify-center whitespace-nowrap rounded px-3 text-muted hover:text-text has-checked:bg-raised has-checked:font-medium has-checked:text-text has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
