import { Mark } from "./mark";

/** The product's mark and name, leading to a new plan. `hideName` are the widths at which only the mark shows. */
export function Brand({ hideName = "max-md:sr-only" }: { hideName?: "max-md:sr-only" | "max-wide:sr-only" }) {
  return (
    <a href="/" className="touch flex items-center gap-2 font-semibold" title="Inference planner">
      <Mark />
      <span className={hideName}>Inference planner</span>
    </a>
  );
}
