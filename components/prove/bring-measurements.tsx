"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FileDrop } from "@/components/ui/file-drop";
import { type Answers, BLANKS, type Blank, completed, missingIn, setupOf } from "@/lib/measure/complete";
import type { Result } from "@/lib/measure/result";
import { type Called, isKnown, unlikePlan } from "@/lib/measure/unlike";
import type { OwnMeasurement } from "@/lib/scenario";
import type { Plan } from "@/lib/scenario/plan";
import { BlankField } from "./blank-field";
import { readFiles } from "./read-files";
import type { Given, ReadFile } from "./read-worker";

/** A file that a person has to say something of before it is added: what it leaves open, or names otherwise. */
type Waiting = {
  /** Files may have the same name. */
  key: number;
  file: string;
  results: readonly Result[];
  missing: readonly Blank[];
  unlike: readonly string[];
};
type Props = {
  plan: Plan;
  called: Called;
  known: readonly OwnMeasurement[];
  onBring: (runs: OwnMeasurement[]) => void;
};

/** Takes result files, asks for what they leave open, and says what of them was not used. */
export function BringMeasurements({ plan, called, known, onBring }: Props) {
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [queue, setQueue] = useState<readonly Waiting[]>([]);
  const [busy, setBusy] = useState(false);
  const [pasted, setPasted] = useState<string | null>(null);
  const [answers, setAnswers] = useState<Answers>({});
  const asked = useRef(0);
  // Reading takes a while, in which the plan may change: what is read goes to the plan as it then is.
  const now = useRef({ known, onBring });
  useEffect(() => {
    now.current = { known, onBring };
  }, [known, onBring]);

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

  /** What was read is added, or asked for what a person has to say of it; what could not be is said. */
  function sort(files: readonly ReadFile[]) {
    const said: string[] = [];
    const open: Waiting[] = [];
    const whole: OwnMeasurement[] = [];
    for (const file of files) {
      if ("message" in file) {
        said.push(file.message);
        continue;
      }
      const { name, results } = file;
      said.push(...results.flatMap(({ remarks }) => remarks.map((remark) => `${name}: ${remark}`)));
      const useful = results.filter(({ measured }) => measured.length > 0);
      if (useful.length === 0) {
        said.push(`${name}: nothing that it measured can be compared with a plan.`);
        continue;
      }
      const missing = BLANKS.filter((blank) =>
        useful.some((result) => missingIn(result, {}).includes(blank)),
      );
      const unlike = [...new Set(useful.flatMap((result) => unlikePlan(result, called)))];
      if (missing.length + unlike.length > 0) {
        const key = asked.current++;
        open.push({ key, file: name, results: useful, missing, unlike });
      } else whole.push(...added(runsOf(useful, name, {}), whole, said));
    }
    setMessages([...new Set(said)]);
    setQueue((before) => [...before, ...open]);
    if (whole.length > 0) now.current.onBring(whole);
  }

  /** Those of some runs that the plan does not have yet; that others are there already is said. */
  function added(runs: readonly OwnMeasurement[], before: readonly OwnMeasurement[], said: string[]) {
    const fresh = runs.filter((run) => !isKnown(run, [...now.current.known, ...before]));
    if (fresh.length < runs.length) said.push(`${runs[0]?.file}: what it measured is there already.`);
    return fresh;
  }

  const next = () => {
    setQueue(([_, ...rest]) => rest);
    setAnswers({});
  };

  const runsOf = (results: readonly Result[], file: string, given: Answers) =>
    results.flatMap((result) => completed(result, file, setupOf(plan), given) ?? []);

  const [waiting] = queue;
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
          key={waiting.key}
          className="mt-3 rounded-md border border-line bg-surface p-3"
          onSubmit={(event) => {
            event.preventDefault();
            const said: string[] = [];
            const fresh = added(runsOf(waiting.results, waiting.file, answers), [], said);
            setMessages(said);
            if (fresh.length > 0) onBring(fresh);
            next();
          }}
        >
          {waiting.unlike.length > 0 && (
            <p className="text-sm [overflow-wrap:anywhere]">
              <span className="font-medium">{waiting.file}</span> may be of another deployment.{" "}
              {waiting.unlike.join(" ")} Add it only if both are the same.
            </p>
          )}
          {waiting.missing.length > 0 && (
            <p className="text-sm [overflow-wrap:anywhere]">{waiting.file} does not say:</p>
          )}
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
            <Button onClick={next}>Leave it out</Button>
            {queue.length > 1 && (
              <span className="self-center text-muted text-sm">{queue.length - 1} more to ask about</span>
            )}
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
