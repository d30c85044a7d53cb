import { OutLink } from "@/components/ui/out-link";
import { sourceAddress } from "@/lib/view/accuracy/source-address";

/** Where a measurement was published, as a link where its text names an address. */
export function SourceText({ source }: { source: string }) {
  const address = sourceAddress(source);
  if (!address) return <span className="[overflow-wrap:anywhere]">{source}</span>;
  return (
    <OutLink href={address} className="[overflow-wrap:anywhere]">
      {source}
    </OutLink>
  );
}
