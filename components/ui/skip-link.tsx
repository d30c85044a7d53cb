"use client";

/** Where a skip link leads: every page has one main part. */
export const MAIN = "main";

/** The first stop of the Tab key: past the bars and forms to what the page is about. The address stays as it is. */
export function SkipLink({ children }: { children: string }) {
  return (
    <a
      href={`#${MAIN}`}
      onClick={(event) => {
        const main = document.getElementById(MAIN);
        if (!main) return;
        event.preventDefault();
        main.focus();
        main.scrollIntoView({ block: "start" });
      }}
      className="-translate-y-16 fixed top-1 left-2 z-60 rounded-md bg-accent px-3 py-2 text-on-accent focus:translate-y-0 motion-safe:transition-transform"
    >
      {children}
    </a>
  );
}
