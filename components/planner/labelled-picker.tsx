import { FieldLabel } from "@/components/ui/field-label";
import type { PickerProps } from "./picker-face";
import { RecordPicker } from "./record-picker";

/** A picker under its label, whose help comes on hover, focus and tap. */
export function LabelledPicker({ help, ...props }: PickerProps & { help: string }) {
  return (
    <div className="relative">
      <FieldLabel help={help}>{props.label}</FieldLabel>
      <RecordPicker {...props} />
    </div>
  );
}
