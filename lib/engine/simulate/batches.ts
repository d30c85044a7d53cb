import { type Requests, type Server, type Trace, traceOf } from "./server";
import { decodeTime, promptsAlone } from "./step-times";

/**
 * Runs whole batches one after the other: static ones wait until they are full, dynamic ones at most for the window
 * after their first request came. A batch keeps all its places until its longest answer ends, but each answer is
 * delivered as it is written. The last requests of a run, which fill no static batch, are not served.
 */
export function runBatches(server: Server, requests: Requests): Trace {
  const trace = traceOf(requests);
  const { arrival, input, steps, cached } = requests;
  const { times, stages, most, gain } = server;
  const { request } = server.firstToken;
  const full = Math.max(1, Math.floor(most));
  const window = server.scheduling === "dynamic" ? server.window : Number.POSITIVE_INFINITY;
  const again = (id: number) =>
    (arrival[id] as number) + (trace.answer[id] as number) + (requests.closed?.think ?? 0);
  let known = requests.closed ? Math.min(arrival.length, requests.closed.users) : arrival.length;
  let time = 0;
  let next = 0;
  while (next < known) {
    const filled = next + full <= known ? (arrival[next + full - 1] as number) : Number.POSITIVE_INFINITY;
    const start = Math.max(time, Math.min(filled, (arrival[next] as number) + window));
    if (start === Number.POSITIVE_INFINITY) break;
    let end = next;
    let rows = 0;
    let pairs = 0;
    let tokens = 0;
    let longest = 0;
    let last = 0;
    while (end < known && end < next + full && (arrival[end] as number) <= start) {
      const prompt = Math.max(1, (input[end] as number) * (1 - cached));
      last = prompt;
      rows += prompt;
      pairs += prompt * ((input[end] as number) - prompt / 2);
      tokens += input[end] as number;
      longest = Math.max(longest, steps[end] as number);
      end++;
    }
    const size = end - next;
    const { through: prompts } = promptsAlone(server, rows, pairs, last);
    const context = tokens / size + 1;
    const after = (count: number) =>
      count * decodeTime(times, size / stages, context + ((count - 1) / 2) * gain.mean);
    for (let id = next; id < end; id++) {
      trace.queue[id] = start - (arrival[id] as number);
      trace.first[id] = (trace.queue[id] as number) + request + prompts;
      trace.answer[id] = (trace.first[id] as number) + after(steps[id] as number);
    }
    time = start + prompts + after(longest);
    trace.busy += time - start;
    trace.decoding += size * after(longest);
    trace.finished = end;
    trace.span = time;
    if (requests.closed) {
      for (let id = next; id < end && known < arrival.length; id++) arrival[known++] = again(id);
      arrival.subarray(end, known).sort();
    }
    next = end;
  }
  return trace;
}
