import { inThread } from "@/app/service/in-thread";
import { MOST_IN_BATCH } from "@/app/service/request-schemas";
import { refused } from "@/app/service/respond";
import { takeBatch } from "@/app/service/shares";
import { readJsonLines } from "@/lib/http/read-json-body";

/** A thousand whole scenarios of two kilobytes each, more than any other body may have: they are many. */
const BYTES = 2 * 1024 * 1024;
/** So many are answered at a time, and then written before the next are begun. */
const AT_A_TIME = 20;

/**
 * Estimates many scenarios, one a line, and answers one line for each in the same order, as they are done:
 * {"index", "estimate"} or {"index", "problem"}. A line that is no JSON refuses the whole before anything is computed.
 */
export async function POST(request: Request): Promise<Response> {
  const read = await readJsonLines(request, { bytes: BYTES, lines: MOST_IN_BATCH });
  if (!read.ok) return read.refusal;
  const scenarios: unknown[] = [];
  for (const [index, line] of read.lines.entries()) {
    if (!line.ok)
      return refused({
        status: 400,
        title: "A line is not JSON",
        errors: [{ path: String(index), message: "is not one whole JSON text in UTF-8" }],
      });
    scenarios.push(line.value);
  }
  const none = await takeBatch(request, scenarios.length);
  if (none) return refused(none);
  const encoder = new TextEncoder();
  let from = 0;
  const answers = new ReadableStream<Uint8Array>(
    {
      // Asked for when the reader has taken what was written: nothing is computed for one who does not read.
      async pull(controller) {
        const some = scenarios.slice(from, from + AT_A_TIME);
        if (some.length === 0) return controller.close();
        const done = await inThread("batch", { from, scenarios: some }, request.signal);
        if (done.ok) controller.enqueue(encoder.encode(done.value));
        else {
          const last = { index: from, problem: done.refusal, unanswered: scenarios.length - from };
          controller.enqueue(encoder.encode(`${JSON.stringify(last)}\n`));
          from = scenarios.length;
        }
        from += AT_A_TIME;
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(answers, {
    headers: { "Content-Type": "application/x-ndjson", "Cache-Control": "no-store" },
  });
}
