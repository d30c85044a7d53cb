import { quantities } from "@/lib/engine";
import type { Table } from "../table";
import type { BareFigures } from "./read-saved";

/** What is left of a plan whose scenario cannot be read: one row a figure, each in its base unit. */
export const bareTable = (options: readonly BareFigures[]): Table => ({
  id: "saved",
  title: "Figures as they were saved",
  columns: [
    { id: "option", label: "Option", kind: "text" },
    { id: "figure", label: "Figure", kind: "text" },
    { id: "unit", label: "Unit", kind: "text" },
    { id: "value", label: "As saved", kind: "number" },
  ],
  rows: options.flatMap(({ name, figures }, index) =>
    Object.entries(figures).map(([id, value]) => {
      const quantity = quantities.get(id);
      return {
        option: `${index + 1}. ${name}`,
        figure: quantity?.label ?? id,
        // A figure that the engine does not have any more has no unit that is sure.
        unit: quantity?.unit ?? "",
        value,
      };
    }),
  ),
});
