import type { Explained } from "@/components/charts/table-cell";
import { FigureButton } from "./figure-button";

/** A number in a table that opens its explanation. */
export const figureCell: Explained = ({ option, address }, label, shown) => (
  <FigureButton option={option} address={address} label={label} className="min-h-6 min-w-6 leading-6">
    {shown}
  </FigureButton>
);
