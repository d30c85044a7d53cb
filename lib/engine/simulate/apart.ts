import { runContinuous } from "./continuous";
import { type Requests, type Server, type Trace, traceOf } from "./server";
import { promptsAlone } from "./step-times";

/**
 * Runs replicas that only process prompts and those that answer, one of each. The number of the two may differ, so that
 * each sees arrivals of its own; the same request has the same lengths at both, and its waits are taken as independent.
 */
export function runApart(server: Server, prompts: Requests, answers: Requests): Trace {
  const pool = runPrompts(server, prompts);
  const trace = runContinuous(server, answers);
  // The wait for a place to answer in comes after the prompt, and is in `first` already.
  for (let id = 0; id < trace.first.length; id++) {
    const before = pool.first[id] as number;
    trace.first[id] = (trace.first[id] as number) + before;
    trace.answer[id] = (trace.answer[id] as number) + before;
    trace.queue[id] = (trace.queue[id] as number) + (pool.queue[id] as number);
  }
  return trace;
}

/** Prompts alone, as many in a step as it takes, in the order in which they come. */
function runPrompts(server: Server, requests: Requests): Trace {
  const trace = traceOf(requests);
  const { arrival, input, cached } = requests;
  const { stages, chunk } = server;
  let time = 0;
  let next = 0;
  while (next < arrival.length) {
    const start = Math.max(time, arrival[next] as number);
    let rows = 0;
    let pairs = 0;
    let last = 0;
    let end = next;
    while (end < arrival.length && (arrival[end] as number) <= start) {
      const prompt = Math.max(1, (input[end] as number) * (1 - cached));
      if (end > next && rows + prompt > chunk) break;
      last = prompt;
      rows += prompt;
      pairs += prompt * ((input[end] as number) - prompt / 2);
      end++;
    }
    // The next prompts follow these through the stages.
    const { piece, pieces, through } = promptsAlone(server, rows, pairs, last);
    for (let id = next; id < end; id++) {
      trace.queue[id] = start - (arrival[id] as number);
      trace.first[id] = (trace.queue[id] as number) + through * server.firstToken.stretch;
    }
    time = start + (piece * pieces) / stages;
    trace.busy += time - start;
    next = end;
  }
  trace.span = time;
  return trace;
}
