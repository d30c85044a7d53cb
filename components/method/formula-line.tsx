import type { FormulaPart } from "@/lib/view/method/entry";

/** A formula whose quantities lead to their own entries. A long one breaks after its operators. */
export function FormulaLine({ parts }: { parts: readonly FormulaPart[] }) {
  return parts.map((part, index) =>
    "text" in part ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a formula have no identity but their place
      <span key={index}>{part.text}</span>
    ) : (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a formula have no identity but their place
        key={index}
        href={`#${part.quantity}`}
        title={part.label}
        className="text-accent underline decoration-dotted underline-offset-2 hover:decoration-solid"
      >
        {part.quantity}
      </a>
    ),
  );
}
