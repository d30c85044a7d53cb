import { accelerators, pricesOf } from "@/lib/catalog";
import { chooseDefaultPrice } from "@/lib/catalog/default-price";
import { catalogLookup } from "@/lib/catalog/lookup";
import { areas } from "@/lib/catalog/region";
import { problem } from "@/lib/http/problem";

/**
 * Every accelerator with the offer that a plan starts from, for a search in the browser; with `?area=EU` the offer is
 * chosen among those of that part of the world, and accelerators without one there are left out.
 */
export function GET(request: Request): Response {
  const asked = new URL(request.url).searchParams.get("area");
  if (asked === null) {
    const prices = accelerators().flatMap(({ id }) => catalogLookup().price(id) ?? []);
    return Response.json({ accelerators: accelerators(), prices });
  }
  const area = areas.find((each) => each === asked);
  if (!area) return problem(400, `There is no area "${asked}"; there are ${areas.join(", ")}`);
  const prices = accelerators().flatMap(
    ({ id }) => chooseDefaultPrice(pricesOf(id).filter((offer) => offer.area === area)) ?? [],
  );
  const offered = new Set(prices.map(({ accelerator }) => accelerator));
  return Response.json({ accelerators: accelerators().filter(({ id }) => offered.has(id)), prices });
}
