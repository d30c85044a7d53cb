import { Icon } from "./icon";

/** The message beside a field whose text was not understood. */
export function FieldError({ id, message }: { id: string; message: string }) {
  return (
    <p id={id} role="alert" className="mt-1 flex gap-1 text-bad text-xs">
      <Icon name="cross" className="-mt-px h-4 w-4" />
      <span>{message}</span>
    </p>
  );
}
