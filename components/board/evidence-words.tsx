/** "predicted ±16 %", "extrapolated ±60 %". */
export const EvidenceWords = ({ text }: { text: string }) => (
  <span className="text-muted max-md:whitespace-nowrap">{text}</span>
);
