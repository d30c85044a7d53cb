"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { OutLink } from "@/components/ui/out-link";
import { SelectField } from "@/components/ui/select-field";
import { benchmarkFor, type Command, commandsOf, serverFor } from "@/lib/measure/commands/commands-of";
import { BENCHMARKS, type BenchmarkId, SERVERS, type ServerId, toolOf } from "@/lib/measure/commands/tool";
import type { ServedOption } from "@/lib/view/prove/to-serve";

const choicesOf = <T extends BenchmarkId | ServerId>(ids: readonly T[]) =>
  ids.map((value) => ({ value, label: toolOf(value).name }));

/** The commands that start and measure one option, for the server and the benchmark that a person has. */
export function RunCommands({ served }: { served: ServedOption }) {
  const engine = served.asked.plan.serving.engine;
  const own = serverFor(engine);
  const [server, setServer] = useState<ServerId | null>(null);
  const [benchmark, setBenchmark] = useState<BenchmarkId | null>(null);
  const shown = server ?? own ?? "vllm-serve";
  const measuring = benchmark ?? benchmarkFor(shown);
  const commands = commandsOf(shown, measuring, served.asked, served.replicas);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        <Labelled htmlFor="prove-server" label="Server">
          <SelectField
            id="prove-server"
            label="Server"
            value={shown}
            choices={choicesOf(SERVERS)}
            onChange={(value) => {
              setServer(value as ServerId);
              setBenchmark(null);
            }}
          />
        </Labelled>
        <Labelled htmlFor="prove-benchmark" label="Benchmark">
          <SelectField
            id="prove-benchmark"
            label="Benchmark"
            value={measuring}
            choices={choicesOf(BENCHMARKS)}
            onChange={(value) => setBenchmark(value as BenchmarkId)}
          />
        </Labelled>
      </div>
      {shown !== own && (
        <p className="text-sm text-warn">
          The plan is computed for {own ? toolOf(own).name : "a server that has no command here"}: what{" "}
          {toolOf(shown).name} takes may differ.
        </p>
      )}
      {commands.map((command) => (
        <CommandBox key={command.title} command={command} />
      ))}
    </div>
  );
}

function Labelled({ htmlFor, label, children }: { htmlFor: string; label: string; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={htmlFor} className="mb-0.5 block text-muted text-xs">
        {label}
      </label>
      {children}
    </div>
  );
}

function CommandBox({ command: { title, text, unsaid, version, source } }: { command: Command }) {
  const [told, setTold] = useState("");
  return (
    <section aria-label={title} className="min-w-0 rounded-md border border-line bg-surface">
      <div className="flex flex-wrap items-center justify-between gap-2 border-line border-b px-3 py-1.5">
        <h4 className="font-medium text-sm">{title}</h4>
        <span className="flex items-center gap-2 text-muted text-xs">
          <span>
            Options of <OutLink href={source}>{version}</OutLink>
          </span>
          <Button
            look="quiet"
            aria-label={`Copy: ${title}`}
            onClick={async () => setTold((await copyText(text)) ? "Copied" : "The browser refused to copy")}
          >
            {told || "Copy"}
          </Button>
        </span>
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by keyboard
        tabIndex={0}
        className="max-h-80 overflow-auto p-3 font-mono text-xs leading-5"
      >
        {text}
      </pre>
      {unsaid.length > 0 && (
        <ul className="grid gap-1 border-line border-t px-3 py-2 text-muted text-xs">
          {unsaid.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
