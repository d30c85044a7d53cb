import type { ReactNode } from "react";
import { FieldError } from "@/components/ui/field-error";

type Props = {
  id: string;
  label: string;
  help?: string;
  value: string;
  placeholder?: string;
  message?: string | undefined;
  /** What the text was taken for, where it is spelled another way. */
  understood?: string | undefined;
  onChange: (text: string) => void;
  onBlur?: () => void;
  after?: ReactNode;
};

/** A labelled text box with its message, and what was understood, right below it. */
export function TextRow({
  id,
  label,
  help,
  value,
  placeholder,
  message,
  understood,
  onChange,
  onBlur,
  after,
}: Props) {
  return (
    <div>
      <label htmlFor={id} className="mb-0.5 block text-muted text-xs" title={help}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={value}
        placeholder={placeholder}
        aria-invalid={message ? true : undefined}
        aria-describedby={message ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onBlur}
        className="control w-full px-2 py-1"
      />
      {message && <FieldError id={`${id}-error`} message={message} />}
      {!message && understood && <p className="mt-0.5 text-muted text-xs">= {understood}</p>}
      {after}
    </div>
  );
}
