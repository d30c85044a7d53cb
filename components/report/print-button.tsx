import { Button } from "@/components/ui/button";

/** Opens the browser's own printing, which makes a PDF too. */
export function PrintButton() {
  return (
    <Button look="primary" onClick={() => window.print()}>
      Print or save as PDF
    </Button>
  );
}
