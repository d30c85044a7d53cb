"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { grouped } from "@/lib/units";

/** One thing to fill in before a request is sent: a part of its address, of its query, or a header. */
export type Blank = { in: "path" | "query" | "header"; name: string; required: boolean; about?: string };

/** An operation as its form needs it. */
export type Tried = { method: string; path: string; blanks: Blank[]; example?: string; bodyType: string };

/** Characters of an answer that are shown. */
const SHOWN = 20_000;

const FIELD = "touch h-8 w-full rounded-md border border-line-strong bg-surface px-2 font-mono text-sm";

/** A form that sends a request to this very server, and shows what came back. */
export function TryIt({ tried }: { tried: Tried }) {
  const { method, path, blanks, example, bodyType } = tried;
  const [values, setValues] = useState<Record<string, string>>({});
  const [body, setBody] = useState(example ?? "");
  const [answer, setAnswer] = useState<{ head: string; text: string } | null>(null);
  const id = `${method} ${path}`.replace(/\W+/g, "-");

  const textOf = ({ name }: Blank) => values[name]?.trim() ?? "";

  async function send() {
    setAnswer({ head: "Sending…", text: "" });
    const filled = blanks.filter((blank) => textOf(blank) !== "");
    let address = path;
    for (const blank of filled.filter((each) => each.in === "path"))
      address = address.replace(`{${blank.name}}`, encodeURIComponent(textOf(blank)));
    const query = new URLSearchParams(
      filled.filter((each) => each.in === "query").map((blank) => [blank.name, textOf(blank)]),
    ).toString();
    const headers = new Headers(
      filled
        .filter((each) => each.in === "header")
        .map((blank): [string, string] => [
          blank.name,
          blank.name === "Authorization" ? `Bearer ${textOf(blank)}` : textOf(blank),
        ]),
    );
    if (example !== undefined) headers.set("Content-Type", bodyType);
    const begun = performance.now();
    try {
      const response = await fetch(`${address}${query ? `?${query}` : ""}`, {
        method,
        headers,
        ...(example === undefined ? {} : { body: bodyType.endsWith("ndjson") ? oneLine(body) : body }),
      });
      const text = await shown(response);
      const ms = Math.round(performance.now() - begun);
      setAnswer({ head: `${response.status} ${response.statusText}, ${ms} ms`, text });
    } catch (error) {
      setAnswer({ head: "No answer", text: (error as Error).message });
    }
  }

  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {blanks.map((blank) => (
        <div key={`${blank.in} ${blank.name}`} className="grid gap-1 text-sm">
          <label htmlFor={`${id}-${blank.name}`}>
            <code>{blank.name}</code>
            <span className="text-muted">
              {` in the ${blank.in}${blank.required ? "" : ", optional"}`}
              {blank.about && `: ${blank.about}`}
            </span>
          </label>
          <input
            id={`${id}-${blank.name}`}
            className={FIELD}
            autoComplete="off"
            required={blank.required}
            value={values[blank.name] ?? ""}
            onChange={({ target }) => setValues({ ...values, [blank.name]: target.value })}
          />
        </div>
      ))}
      {example !== undefined && (
        <div className="grid gap-1 text-sm">
          <label htmlFor={`${id}-body`}>Body ({bodyType})</label>
          <textarea
            id={`${id}-body`}
            className="min-h-40 w-full rounded-md border border-line-strong bg-surface p-2 font-mono text-sm"
            rows={Math.min(20, body.split("\n").length + 1)}
            spellCheck={false}
            value={body}
            onChange={({ target }) => setBody(target.value)}
          />
        </div>
      )}
      <Button type="submit" className="w-fit">
        Send
      </Button>
      <div role="status" className="grid gap-1">
        {answer && (
          <>
            <p className="font-medium text-sm">{answer.head}</p>
            {answer.text && (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
              <pre tabIndex={0} className="max-h-96 overflow-auto rounded-md bg-inset p-2 text-xs">
                {answer.text}
              </pre>
            )}
          </>
        )}
      </div>
    </form>
  );
}

const oneLine = (text: string): string => {
  try {
    return `${JSON.stringify(JSON.parse(text))}\n`;
  } catch {
    return text;
  }
};

async function shown(response: Response): Promise<string> {
  const type = response.headers.get("content-type") ?? "";
  if (!/json|csv|text/.test(type)) {
    const { size } = await response.blob();
    return type ? `${grouped(size)} bytes of ${type}` : "";
  }
  const text = await response.text();
  const pretty = /json$/.test(type.split(";")[0] ?? "") ? indented(text) : text;
  return pretty.length > SHOWN ? `${pretty.slice(0, SHOWN)}\n… ${pretty.length - SHOWN} more` : pretty;
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
