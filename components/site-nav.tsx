const places = [
  { id: "planner", label: "Planner", href: "/" },
  { id: "hardware", label: "Hardware", href: "/hardware" },
  { id: "models", label: "Models", href: "/models" },
  { id: "prices", label: "Prices", href: "/prices" },
  { id: "library", label: "Library", href: "/library" },
  { id: "claims", label: "Claims", href: "/claims" },
  { id: "accuracy", label: "Accuracy", href: "/accuracy" },
  { id: "method", label: "Method", href: "/method" },
] as const;

export type Place = (typeof places)[number]["id"];

/** The way between the planner, the catalog, and what both rest on. */
export function SiteNav({ current }: { current?: Place }) {
  return (
    <nav
      aria-label="Site"
      className="flex min-w-0 items-center gap-1 max-md:w-full max-md:justify-between max-md:gap-0 max-md:overflow-x-auto"
    >
      {places.map(({ id, label, href }) => (
        <a
          key={id}
          href={href}
          aria-current={id === current ? "page" : undefined}
          className="touch inline-flex h-8 shrink-0 items-center justify-center rounded-md px-2.5 text-muted hover:bg-inset hover:text-text aria-[current=page]:bg-inset aria-[current=page]:font-medium aria-[current=page]:text-text max-md:min-w-0! max-md:px-0 max-md:text-[0.6875rem] max-md:focus-visible:-outline-offset-2"
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

/** Where a bar has no room for it: the same below the page, and on a phone at the screen's edge, however long the page. */
export function NarrowFooter({ current }: { current?: Place }) {
  return (
    <footer className="border-line border-t bg-surface px-3 py-1.5 max-md:sticky max-md:bottom-0 max-md:z-30 lg:hidden">
      <SiteNav {...(current ? { current } : {})} />
    </footer>
  );
}
