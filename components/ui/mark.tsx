/** The product's mark: a roofline and a point under it. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="7" fill="#2350b8" />
      <path
        d="M6 24 15 11h11"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="20" cy="20" r="3" fill="none" stroke="#fff" strokeWidth="2" />
    </svg>
  );
}
