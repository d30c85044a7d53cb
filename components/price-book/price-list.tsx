import type { PriceBookEntry } from "@/lib/scenario/price-book";
import { cellText } from "@/lib/view/catalog/in-unit";

/** An accelerator of the catalog, with the price that plans start from where there is one (USD/h). */
export type PricedAccelerator = { id: string; name: string; catalogPrice: number | undefined };

type Props = {
  title: string;
  entries: readonly PriceBookEntry[];
  accelerators: readonly PricedAccelerator[];
};

const perHour = { unit: "USD/h" };
const head = "border-line border-b py-2 font-medium";
const cell = "border-line border-b py-1.5 align-baseline";

/** A person's prices beside the catalog's, so that a slip of a digit or a whole server's price stands out. */
export function PriceList({ title, entries, accelerators }: Props) {
  const known = new Map(accelerators.map((accelerator) => [accelerator.id, accelerator]));
  return (
    <table aria-label={title} className="w-full border-collapse text-left">
      <thead className="text-muted text-xs">
        <tr>
          <th scope="col" className={head}>
            Accelerator
          </th>
          <th scope="col" className={`${head} pl-3 text-right`}>
            Yours
            <br />
            $/h
          </th>
          <th scope="col" className={`${head} pl-3 text-right`}>
            Catalog
            <br />
            $/h
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ accelerator: id, pricePerHour, note }) => {
          const accelerator = known.get(id);
          const price = accelerator?.catalogPrice;
          return (
            <tr key={id}>
              <th scope="row" className={`${cell} font-normal`}>
                {accelerator?.name ?? `${id} (not in the catalog any more)`}
                {note && <span className="block text-muted text-xs [overflow-wrap:anywhere]">{note}</span>}
              </th>
              <td className={`${cell} pl-3 text-right font-medium`} title={`$${pricePerHour}/h`}>
                {cellText(perHour, pricePerHour)}
              </td>
              <td className={`${cell} pl-3 text-right text-muted`}>
                {price === undefined ? "none" : cellText(perHour, price)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
