import { Button } from "@/components/ui/button";
import type { Scenario } from "@/lib/scenario/schema";
import { Notice } from "./notice";
import type { OtherTab } from "./use-other-tab";

/** Offers the plan of another tab; until it is answered this tab leaves that draft alone. */
export default function OtherTabNotice({
  other,
  onLoad,
}: {
  other: OtherTab;
  onLoad: (scenario: Scenario) => void;
}) {
  return (
    <Notice
      actions={
        <>
          <Button
            onClick={() => {
              if (other.scenario) onLoad(other.scenario);
              other.close(false);
            }}
          >
            Load it
          </Button>
          <Button onClick={() => other.close(true)}>Keep mine</Button>
        </>
      }
    >
      The plan was changed in another tab.
    </Notice>
  );
}
