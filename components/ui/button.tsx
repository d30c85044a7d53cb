import type { ComponentProps } from "react";

const looks = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  plain: "border border-line-strong bg-surface text-text hover:border-text",
  quiet: "text-accent hover:bg-accent-soft",
} as const;

type Props = ComponentProps<"button"> & { look?: keyof typeof looks };

/** A text button: `primary` once a page, `plain` for the rest, `quiet` inside rows. */
export function Button({ look = "plain", className = "", type = "button", ...rest }: Props) {
  return (
    <button
      type={type}
      className={`touch inline-flex h-8 items-center justify-center gap-1.5 whitespace-nowrap rounded-md px-3 font-medium text-sm disabled:opacity-50 ${looks[look]} ${className}`}
      {...rest}
    />
  );
}
