"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FileDrop } from "@/components/ui/file-drop";
import { type Answers, BLANKS, type Blank, completed, missingIn, setupOf } from "@/lib/measure/complete";
import type { Result } from "@/lib/measure/result";
import type { OwnMeasurement } from "@/lib/scenario";
import type { Plan } from "@/lib/scenario/plan";
import { BlankField } from "./blank-field";
import { readFiles } from "./read-files";
import type { Given, ReadFile } from "./read-worker";

type Waiting = { file: string; results: readonly Result[]; missing: readonly Blank[] };
type Props = { plan: Plan; onBring: (runs: OwnMeasurement[]) => void };

/** Takes result files, asks for what they leave open, and says what of them was not used. */
export function BringMeasurements({ plan, onBring }: Props) {
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [busy, setBusy] = useState(false);
  const [pasted, setPasted] = useState<string | null>(null);
  const [answers, setAnswers] = useState<Answers>({});
  // Reading takes a while, in which the plan may change: what is read goes to the plan as it then is.
  const bring = useRef(onBring);
  useEffect(() => {
    bring.current = onBring;
  }, [onBring]);

  async function take(files: readonly Given[]) {
    setMessages([]);
    setBusy(true);
    try {
      sort(await readFiles(files));
    } catch (error) {
      setMessages([(error as Error).message]);
    }
    setBusy(false);
  }

  /** What was read is added, or what it leaves open asked for; what could not be is said. */
  function sort(files: readonly ReadFile[]) {
    const told: string[] = [];
    const whole: OwnMeasurement[] = [];
    let open: Waiting | null = null;
    for (const file of files) {
      if ("message" in file) {
        told.push(file.message);
        continue;
      }
      const { name, results } = file;
      told.push(...results.flatMap(({ remarks }) => remarks.map((remark) => `${name}: ${remark}`)));
      const missing = BLANKS.filter((blank) =>
        results.some((result) => missingIn(result, {}).includes(blank)),
      );
      if (missing.length > 0) open = { file: name, results, missing };
      else whole.push(...runsOf(results, name, {}));
    }
    setMessages(told);
    setWaiting(open);
    setAnswers({});
    if (whole.length > 0) bring.current(whole);
  }

  const runsOf = (results: readonly Result[], file: string, given: Answers) =>
    results.flatMap((result) => completed(result, file, setupOf(plan), given) ?? []);

  return (
    <div>
      <FileDrop
        hint="Drop results of vLLM bench, SGLang, GuideLLM, AIPerf, genai-perf, trtllm-bench, llama-bench or MLPerf here."
        label="Files with benchmark results"
        content="a benchmark result"
        accept=".json,.jsonl,.csv,.md,.txt"
        multiple
        onChosen={(files) => take(files.map((file) => ({ name: file.name, content: file })))}
      />
      {pasted === null ? (
        <Button look="quiet" className="mt-1" onClick={() => setPasted("")}>
          Paste a result instead
        </Button>
      ) : (
        <form
          className="mt-2 grid gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            take([{ name: "The pasted text", content: new Blob([pasted]) }]);
            setPasted(null);
          }}
        >
          <textarea
            aria-label="Result of a benchmark"
            rows={5}
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
            className="control w-full p-2 font-mono text-xs"
          />
          <div className="flex gap-2">
            <Button type="submit" look="primary" disabled={pasted.trim() === ""}>
              Read it
            </Button>
            <Button onClick={() => setPasted(null)}>Cancel</Button>
          </div>
        </form>
      )}
      <p role="status" className="text-muted text-sm">
        {busy && "Reading…"}
      </p>
      {messages.length > 0 && (
        <ul
          role="alert"
          className="mt-2 grid gap-1 rounded-md bg-warn-soft p-3 text-sm [overflow-wrap:anywhere]"
        >
          {messages.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {waiting && (
        <form
          className="mt-3 rounded-md border border-line bg-surface p-3"
          onSubmit={(event) => {
            event.preventDefault();
            onBring(runsOf(waiting.results, waiting.file, answers));
            setWaiting(null);
          }}
        >
          <p className="text-sm [overflow-wrap:anywhere]">{waiting.file} does not say:</p>
          <div className="mt-2 flex flex-wrap gap-3">
            {waiting.missing.map((blank) => (
              <BlankField
                key={blank}
                blank={blank}
                onChange={(value) => setAnswers((known) => withAnswer(known, blank, value))}
              />
            ))}
          </div>
          <div className="mt-3 flex gap-2">
            <Button type="submit" look="primary" disabled={waiting.missing.some((blank) => !answers[blank])}>
              Add it
            </Button>
            <Button onClick={() => setWaiting(null)}>Leave it out</Button>
          </div>
        </form>
      )}
    </div>
  );
}

function withAnswer(known: Answers, blank: Blank, value: number | undefined): Answers {
  const { [blank]: _before, ...rest } = known;
  return value === undefined ? rest : { ...rest, [blank]: value };
}
