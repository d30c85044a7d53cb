import { Button } from "@/components/ui/button";
import type { Infeasible } from "@/lib/engine";
import type { OptionPatch } from "@/lib/scenario/patch";

/** Why an option does not work, and what would make it work, one click each. */
export default function InfeasibleNotice({
  verdict,
  frozen,
  onRepair,
}: {
  verdict: Infeasible;
  frozen: boolean;
  onRepair: (patch: OptionPatch) => void;
}) {
  return (
    <div className="mt-3 rounded-md bg-bad-soft p-3">
      <p>{verdict.message}</p>
      {verdict.repairs.length > 0 && !frozen && (
        <>
          <p className="mt-2 text-muted text-xs">What would help:</p>
          <div className="mt-1 flex flex-wrap gap-1.5">
            {verdict.repairs.map((repair) => (
              <Button key={repair.label} onClick={() => onRepair(repair.patch)}>
                {repair.label}
              </Button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
