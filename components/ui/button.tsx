import type { ComponentProps } from "react";

const looks = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  plain: "border border-line-strong bg-surface text-text hover:border-text",
  quiet: "text-accent hover:bg-accent-soft",
} as const;

type Look = { look?: keyof typeof looks };

const shape =
  "touch inline-flex h-8 items-center justify-center gap-1.5 whitespace-nowrap rounded-md px-3 font-medium text-sm";

/** A text button: `primary` once a page, `plain` for the rest, `quiet` inside rows. */
export function Button({
  look = "plain",
  className = "",
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look) {
  return (
    <button type={type} className={`${shape} disabled:opacity-50 ${looks[look]} ${className}`} {...rest} />
  );
}

/** A link that looks like a button, where what it does is to go somewhere. */
export function ButtonLink({ look = "plain", className = "", ...rest }: ComponentProps<"a"> & Look) {
  return <a className={`${shape} ${looks[look]} ${className}`} {...rest} />;
}
