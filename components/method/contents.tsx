export type ContentsItem = { id: string; label: string };

/** Links to the parts of the page; where there is room they stay in view, with the chapters of formulas. */
export function Contents({ parts, topics }: { parts: ContentsItem[]; topics: ContentsItem[] }) {
  return (
    <nav aria-label="On this page" className="max-md:border-line max-md:border-b max-md:pb-2">
      <ul className="sticky top-4 grid max-h-[calc(100dvh-2rem)] overflow-y-auto text-sm max-md:flex max-md:flex-wrap max-md:gap-x-5">
        {parts.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`} className="touch flex items-center py-1 font-medium hover:text-accent">
              {label}
            </a>
            {id === "formulas" && (
              <ul className="border-line border-l pl-3 max-md:hidden">
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
