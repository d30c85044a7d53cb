import { Term } from "./term";

/** A field's name above its box, whose help comes on hover, focus and tap. */
export function FieldLabel({ help, children }: { help: string; children: string }) {
  return (
    <div className="flex h-6 items-center">
      <Term help={help} className="text-muted text-xs">
        {children}
      </Term>
    </div>
  );
}
