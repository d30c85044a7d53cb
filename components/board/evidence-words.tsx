/** "predicted ±16 %", "extrapolated ±60 %"; of either a phone has room for the half that says more. */
export function EvidenceWords({ text }: { text: string }) {
  const [kind, spread] = text.split(" ±");
  const [word, number] = kind === "predicted" ? ["max-md:sr-only", ""] : ["", "max-md:sr-only"];
  return (
    <span
      className="text-muted max-md:whitespace-nowrap"
      title="How far the time per token may be off, four times in five; the range of the cost holds that of the price too"
    >
      {spread === undefined ? (
        text
      ) : (
        <>
          <span className={word}>{kind} </span>
          <span className={number}>±{spread}</span>
        </>
      )}
    </span>
  );
}
