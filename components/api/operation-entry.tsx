import { type Tried, TryIt } from "./try-it";

/** What a document says of an operation. */
export type Described = Tried & { summary: string; status: number; refusals: number[] };

/** One operation: what it does, what it may answer, and a form to try it. */
export function OperationEntry({ described }: { described: Described }) {
  const { method, path, summary, status, refusals, ...tried } = described;
  return (
    <details className="border-line border-t py-2">
      <summary className="touch flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-1 py-1">
        <span className="w-14 font-medium font-mono text-sm">{method}</span>
        <code className="break-all text-sm">{path}</code>
        <span className="text-muted text-sm">{summary}</span>
      </summary>
      <div className="grid gap-3 py-2 pl-4 max-md:pl-0">
        <p className="text-muted text-sm">
          Answers {status}; refuses with {refusals.join(", ")} and says why as{" "}
          <code>application/problem+json</code>.
        </p>
        <TryIt tried={{ method, path, ...tried }} />
      </div>
    </details>
  );
}
