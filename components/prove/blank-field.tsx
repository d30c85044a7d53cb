"use client";

import { useState } from "react";
import type { Blank } from "@/lib/measure/complete";
import { fields } from "@/lib/scenario/fields";
import { readTyped } from "@/lib/scenario/read-field";

/** What a result file leaves open, as a person is asked for it, and the field whose numbers it is read like. */
const ASKED = {
  inputTokens: { label: "Mean input tokens", path: "workload.inputTokens" },
  outputTokens: { label: "Mean output tokens", path: "workload.outputTokens" },
  concurrency: { label: "Requests in flight", path: "workload.batch" },
} as const;

type Props = { blank: Blank; onChange: (value: number | undefined) => void };

/** One number that a result file does not say; text that is no such number is said to be none. */
export function BlankField({ blank, onChange }: Props) {
  const { label, path } = ASKED[blank];
  const [message, setMessage] = useState("");
  const id = `blank-${blank}`;
  return (
    <div>
      <label htmlFor={id} className="mb-0.5 block text-muted text-xs">
        {label}
      </label>
      <input
        id={id}
        inputMode="decimal"
        aria-invalid={message !== ""}
        aria-describedby={message === "" ? undefined : `${id}-message`}
        className="control w-36 px-2 py-1"
        onChange={(event) => {
          const text = event.currentTarget.value;
          const reading = readTyped(fields[path], text);
          setMessage(text.trim() === "" || reading.ok ? "" : reading.message);
          onChange(reading.ok ? reading.value : undefined);
        }}
      />
      {message !== "" && (
        <p id={`${id}-message`} className="mt-0.5 max-w-56 text-bad text-xs">
          {message}
        </p>
      )}
    </div>
  );
}
