const pages = [
  { id: "hours", label: "Accelerator-hours", href: "/prices" },
  { id: "api", label: "Managed APIs", href: "/prices/api" },
  { id: "energy", label: "Energy", href: "/prices/energy" },
  { id: "regions", label: "Regions", href: "/prices/regions" },
] as const;

/** The way between the kinds of prices. Each is a page of its own, so that a reader loads only one. */
export function PriceNav({ current }: { current: (typeof pages)[number]["id"] }) {
  return (
    <nav aria-label="Kinds of prices" className="flex gap-1 border-line border-b max-md:justify-between">
      {pages.map(({ id, label, href }) => (
        <a
          key={id}
          href={href}
          aria-current={id === current ? "page" : undefined}
          className="touch -mb-px inline-flex items-center border-transparent border-b-2 px-3 py-2 text-muted hover:text-text aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-text max-md:px-1"
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
