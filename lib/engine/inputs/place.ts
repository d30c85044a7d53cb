import type { PlaceFigure } from "@/lib/catalog/place";
import { fields } from "@/lib/scenario/fields";
import { parseUnit } from "@/lib/units";
import type { Deployment } from "../deployment";
import { fixed, quoted, said } from "../origin";
import { type PlanInput, planned } from "./given";

/** What the plan's place brings; the person's own figure counts before it. */

type Part = "electricity" | "pue" | "carbon";
type Path = "finance.electricityPrice" | "finance.pue" | "finance.carbonIntensity";
type Key = "electricityPrice" | "pue" | "carbonIntensity";

/** What the person said, in base units; undefined where the place's figure counts. */
function own({ plan }: Deployment, path: Path): number | undefined {
  const value = plan.finance[path.slice("finance.".length) as Key];
  return value === undefined ? undefined : value * FACTORS[path];
}

const factorOf = (path: Path) => parseUnit(fields[path].stored).factor;
/** What takes a person's number to base units, read once: a search asks for it thousands of times. */
const FACTORS: Readonly<Record<Path, number>> = {
  "finance.electricityPrice": factorOf("finance.electricityPrice"),
  "finance.pue": factorOf("finance.pue"),
  "finance.carbonIntensity": factorOf("finance.carbonIntensity"),
};

/** Whether the person or the place states it; figures that read it are left out otherwise. */
export const isStated = (deployment: Deployment, part: Part): boolean =>
  deployment.place[part] !== undefined || own(deployment, PATHS[part]) !== undefined;

const PATHS = {
  electricity: "finance.electricityPrice",
  pue: "finance.pue",
  carbon: "finance.carbonIntensity",
} as const satisfies Record<Part, Path>;

function placeOrigin(id: string, { figure, asOf, of, weak }: PlaceFigure) {
  const origin = quoted(`places/${id}`, figure);
  return { ...origin, text: [`${of}, ${asOf}: ${origin.text}`, weak].filter(Boolean).join(". ") };
}

const local = (part: Part, unit: string, label: string): PlanInput =>
  planned(unit, label, {
    value: (deployment) => own(deployment, PATHS[part]) ?? deployment.place[part]?.figure.value ?? 0,
    origin: ({ deployment }) => {
      if (own(deployment, PATHS[part]) !== undefined) return said(deployment.plan, PATHS[part]);
      const { place } = deployment;
      const found = place[part];
      return found ? placeOrigin(place.id, found) : fixed("nothing is known of the place");
    },
  });

export const electricityPrice = local("electricity", "USD/J", "Price of delivered electricity");
export const buildingFactor = local("pue", "1", "Power from the grid over power of the machines (PUE)");
export const carbonIntensity = local("carbon", "kgCO2e/J", "Greenhouse gases of the grid's electricity");
