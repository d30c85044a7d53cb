"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FileDrop, type TextFile } from "@/components/ui/file-drop";
import { type Answers, BLANKS, type Blank, completed, missingIn, setupOf } from "@/lib/measure/complete";
import { MOST_BYTES, readResult } from "@/lib/measure/read-result";
import { type Result, UnreadableResult } from "@/lib/measure/result";
import type { OwnMeasurement } from "@/lib/scenario";
import type { Plan } from "@/lib/scenario/plan";
import { BlankField } from "./blank-field";

type Waiting = { file: string; results: readonly Result[]; missing: readonly Blank[] };
type Props = { plan: Plan; onBring: (runs: OwnMeasurement[]) => void };

/** Takes result files, asks for what they leave open, and says what of them was not used. */
export function BringMeasurements({ plan, onBring }: Props) {
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [pasted, setPasted] = useState<string | null>(null);
  const [answers, setAnswers] = useState<Answers>({});

  function take(files: readonly TextFile[]) {
    const told: string[] = [];
    const whole: OwnMeasurement[] = [];
    let open: Waiting | null = null;
    for (const { name, text } of files) {
      try {
        const results = readResult(name, text);
        told.push(...results.flatMap(({ remarks }) => remarks.map((remark) => `${name}: ${remark}`)));
        const missing = BLANKS.filter((blank) =>
          results.some((result) => missingIn(result, {}).includes(blank)),
        );
        if (missing.length > 0) open = { file: name, results, missing };
        else whole.push(...runsOf(results, name, {}));
      } catch (error) {
        if (!(error instanceof UnreadableResult)) throw error;
        told.push(error.message);
      }
    }
    setMessages(told);
    setWaiting(open);
    setAnswers({});
    if (whole.length > 0) onBring(whole);
  }

  const runsOf = (results: readonly Result[], file: string, given: Answers) =>
    results.flatMap((result) => completed(result, file, setupOf(plan), given) ?? []);

  return (
    <div>
      <FileDrop
        hint="Drop results of vLLM bench, SGLang, GuideLLM, AIPerf, genai-perf, trtllm-bench, llama-bench or MLPerf here."
        label="Files with benchmark results"
        content="a benchmark result"
        maxBytes={MOST_BYTES}
        accept=".json,.jsonl,.csv,.md,.txt"
        multiple
        onFiles={take}
        onRefuse={(message) => setMessages([message])}
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
            take([{ name: "The pasted text", text: pasted }]);
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
