import type { Model } from "@/lib/catalog/schema";

const partLabels = {
  attention: "attention",
  ffn: "dense feed-forward",
  experts: "experts",
  shared: "shared experts",
  head: "output head",
} as const;

/** How a checkpoint stores its weights: the common format, then the parts that differ. */
export function releasedText(
  { default: common, assumed: _, ...parts }: Model["weightsAsReleased"],
  formatName: (id: string) => string,
): string {
  const others = Object.entries(parts).filter(([, format]) => format !== undefined && format !== common);
  const words = others.map(
    ([part, format]) => `${formatName(format)} (${partLabels[part as keyof typeof partLabels]})`,
  );
  return [formatName(common), ...words].join(", ");
}
