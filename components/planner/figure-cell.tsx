import { Quantity } from "@/components/ui/quantity";
import { FigureButton } from "./figure-button";

type Props = {
  option: number;
  /** Address of what explains the number; without one it is only shown. */
  quantity: string | undefined;
  value: number;
  unit: string;
  label: string;
  hideUnit?: boolean | undefined;
};

/** A number in a table, which opens its explanation where it has one. */
export function FigureCell({ quantity, hideUnit = false, ...figure }: Props) {
  if (quantity === undefined) return <Quantity value={figure.value} unit={figure.unit} hideUnit={hideUnit} />;
  return (
    <FigureButton {...figure} quantity={quantity} hideUnit={hideUnit} className="min-h-6 min-w-6 leading-6" />
  );
}
