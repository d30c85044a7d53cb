"use client";

import { useRef, useState } from "react";
import type { NumberField } from "@/lib/scenario/field-kinds";
import { numberText, readTyped } from "@/lib/scenario/read-field";
import { usePlanner } from "./planner-context";

type Props = {
  id: string;
  /** Where the value lies in the scenario: "options.0.tp". */
  path: string;
  field: NumberField;
  /** The stored number; undefined where the field may be empty. */
  value: number | undefined;
  label: string;
  placeholder?: string;
  describedBy?: string;
  className?: string;
  /** What a number that was understood does, where it is not just set at the path. */
  onValue?: (value: number | undefined) => void;
};

/** What a unit is called beside its box. */
const suffixes: Record<string, string> = {
  "USD/h": "$/h",
  "USD/kWh": "$/kWh",
  "gCO2e/kWh": "g/kWh",
  "1": "",
  acc: "",
  req: "req",
};

/**
 * The exact number as text. What is understood counts at once; what is not brings the value back that the
 * edit began with, and shows why under the field. A text that was understood in another spelling shows what it was taken for.
 */
export function NumberInput({
  id,
  path,
  field,
  value,
  label,
  placeholder,
  describedBy,
  className = "",
  onValue,
}: Props) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const [typing, setTyping] = useState<string | null>(null);
  // What counted before the edit that is going on.
  const began = useRef<{ value: number | undefined } | null>(null);
  const draft = state.drafts[path];
  const suffix = suffixes[field.unit] ?? field.unit;
  const stored = value === undefined ? "" : numberText(field, value);
  const text = draft?.text ?? typing ?? stored;
  const reading = typing === null || typing.trim() === "" ? null : readTyped(field, typing);
  const spelled = reading?.ok && typing?.trim() !== stored ? reading.understood : null;
  const optional = field.default === undefined;
  function set(next: number | undefined, typed: string) {
    const text = { text: typed, before: began.current?.value };
    if (!onValue) return dispatch({ type: "set", path, value: next, at: Date.now(), typed: text });
    if (draft) dispatch({ type: "draft", path, draft: null });
    onValue(next);
  }

  function end() {
    began.current = null;
    setTyping(null);
  }

  function read(next: string) {
    began.current ??= { value };
    setTyping(next);
    if (optional && next.trim() === "") {
      set(undefined, next);
      return;
    }
    const understood = readTyped(field, next);
    if (!understood.ok) {
      const before = { value: began.current.value, at: Date.now() };
      const draft = { text: next, message: understood.message };
      dispatch({ type: "draft", path, draft, ...(onValue ? {} : { before }) });
      if (before.value !== value) onValue?.(before.value);
    } else if (understood.value !== value || draft) {
      set(understood.value, next);
    }
  }

  return (
    <span className={`relative block ${className}`}>
      <input
        id={id}
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={draft ? true : undefined}
        aria-describedby={[draft ? `${id}-error` : "", describedBy ?? ""].join(" ").trim() || undefined}
        placeholder={placeholder}
        value={text}
        onChange={(event) => read(event.currentTarget.value)}
        onBlur={end}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.select();
          if (event.key === "Escape" && draft) {
            end();
            dispatch({ type: "draft", path, draft: null });
          }
        }}
        className={`control w-full py-1 pl-2 text-right ${suffix.length > 5 ? "pr-20" : suffix.length > 3 ? "pr-12" : suffix.length > 2 ? "pr-9" : suffix ? "pr-7" : "pr-2"}`}
      />
      {suffix && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 right-2 flex items-center text-muted text-xs"
        >
          {suffix}
        </span>
      )}
      {spelled && (
        <span className="pointer-events-none absolute top-full right-0 z-20 mt-0.5 whitespace-nowrap rounded border border-line bg-surface px-1.5 py-0.5 text-muted text-xs shadow-sm">
          = {spelled}
        </span>
      )}
    </span>
  );
}
