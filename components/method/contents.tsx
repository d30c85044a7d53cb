export type ContentsItem = { id: string; label: string };

/** Links to the parts of the page; they stay in view where there is room. */
export function Contents({ parts, topics }: { parts: ContentsItem[]; topics: ContentsItem[] }) {
  return (
    <nav aria-label="On this page" className="max-md:hidden">
      <ul className="sticky top-4 grid max-h-[calc(100dvh-2rem)] overflow-y-auto text-sm">
        {parts.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`} className="block py-1 font-medium hover:text-accent">
              {label}
            </a>
            {id === "formulas" && (
              <ul className="border-line border-l pl-3">
                {topics.map((topic) => (
                  <li key={topic.id}>
                    <a href={`#topic-${topic.id}`} className="block py-0.5 text-muted hover:text-text">
                      {topic.label}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
