import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"button">, "aria-label" | "title"> & { label: string };

/** A square button that shows only an icon; `label` is its accessible name and its hover text. */
export function IconButton({ label, className = "", type = "button", ...rest }: Props) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={`touch inline-flex h-8 w-8 items-center justify-center rounded-md text-muted hover:bg-inset hover:text-text disabled:opacity-40 disabled:hover:bg-transparent ${className}`}
      {...rest}
    />
  );
}
