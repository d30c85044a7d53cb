import type { ReactNode } from "react";

type Props = { href: string; className?: string; children: ReactNode };

/** A link to what somebody else published; it opens beside the page, so that nothing on it is lost. */
export function OutLink({ href, className = "", children }: Props) {
  return (
    <a href={href} rel="noreferrer" target="_blank" className={`text-accent underline ${className}`}>
      {children}
    </a>
  );
}
