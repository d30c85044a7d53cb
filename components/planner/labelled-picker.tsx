import { Term } from "@/components/ui/term";
import type { PickerProps } from "./picker-face";
import { RecordPicker } from "./record-picker";

/** A picker under its label, whose help comes on hover, focus and tap. */
export function LabelledPicker({ help, ...props }: PickerProps & { help: string }) {
  return (
    <div className="relative">
      <div className="flex h-6 items-center">
        <Term help={help} className="text-muted text-xs">
          {props.label}
        </Term>
      </div>
      <RecordPicker {...props} />
    </div>
  );
}
