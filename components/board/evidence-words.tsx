/** "predicted ±16 %", "extrapolated ±60 %"; of either a phone has room for the half that says more. */
export function EvidenceWords({ text }: { text: string }) {
  const [kind, spread] = text.split(" ±");
  const [word, number] = kind === "predicted" ? ["max-md:sr-only", ""] : ["", "max-md:sr-only"];
  return (
    <span className="text-muted max-md:whitespace-nowrap">
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
