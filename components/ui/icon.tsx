const paths = {
  undo: "M4 7h7a4 4 0 0 1 0 8H7M4 7l3-3M4 7l3 3",
  redo: "M14 7H7a4 4 0 0 0 0 8h4M14 7l-3-3M14 7l-3 3",
  link: "M7.5 10.5a3 3 0 0 0 4.2 0l2.4-2.4a3 3 0 0 0-4.2-4.2l-.9.9M10.5 7.5a3 3 0 0 0-4.2 0l-2.4 2.4a3 3 0 0 0 4.2 4.2l.9-.9",
  sun: "M9 6a3 3 0 1 1 0 6 3 3 0 0 1 0-6M9 1.5v1.5M9 15v1.5M1.5 9H3M15 9h1.5M3.7 3.7l1 1M13.3 13.3l1 1M3.7 14.3l1-1M13.3 4.7l1-1",
  moon: "M14.5 10.8A6 6 0 1 1 7.2 3.5a4.8 4.8 0 0 0 7.3 7.3Z",
  plus: "M9 4v10M4 9h10",
  close: "M5 5l8 8M13 5l-8 8",
  copy: "M6.5 6.5h7v7h-7zM11.5 6.5v-2h-7v7h2",
  reset: "M4 9a5 5 0 1 0 1.6-3.7M4 3.5v3h3",
  check: "M4 9.5l3.2 3.2L14 6",
  warn: "M9 3.5 15.5 14.5h-13ZM9 7.5v3.5M9 12.8v.2",
  cross: "M5.5 5.5l7 7M12.5 5.5l-7 7",
  back: "M11 4.5L6.5 9l4.5 4.5",
  down: "M5 7l4 4 4-4",
  table: "M3.5 4.5h11v9h-11zM3.5 8h11M8 4.5v9",
  download: "M9 3.5v7.5M5.8 8L9 11.2 12.2 8M4 14.5h10",
  chevron: "M7 5l4 4-4 4",
} as const;

/** Name of a line icon. */
export type IconName = keyof typeof paths;

/** An 18 px line icon in the colour of the text; always decorative, so the control beside it carries a name. */
export function Icon({ name, className = "" }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 18 18"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`shrink-0 ${className}`}
    >
      <path d={paths[name]} />
    </svg>
  );
}
