"use client";

type Props = {
  label: string;
  /** What it is for, for those who do not see where it stands. */
  of?: string;
  onClick: () => void;
};

/** One change in one click, in words that wrap; undo takes it back. */
export function RepairButton({ label, of, onClick }: Props) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="touch rounded border border-line-strong bg-surface px-2 py-0.5 text-left font-normal text-xs hover:border-text"
    >
      {label}
      {of && <span className="sr-only"> for {of}</span>}
    </button>
  );
}
