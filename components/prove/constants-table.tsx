import type { Lookup } from "@/lib/engine";
import type { OwnConstant } from "@/lib/scenario";
import { calibrationRows } from "@/lib/view/prove/calibration-rows";

type Props = { constants: readonly OwnConstant[]; lookup: Lookup };

/** Fitted constants beside the catalog's, which `lookup` has. On a phone what is less asked for stands under the name. */
export function ConstantsTable({ constants, lookup }: Props) {
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="sr-only">Fitted constants</caption>
      <thead>
        <tr className="text-left text-muted text-xs">
          <th scope="col" className="py-1 font-normal">
            Constant
          </th>
          <th scope="col" className="px-2 py-1 text-right font-normal">
            Catalog
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            Yours
          </th>
        </tr>
      </thead>
      <tbody>
        {calibrationRows(constants, lookup).map(({ key, label, of, before, now, spread, runs }) => (
          <tr key={key} className="border-line border-t align-top">
            <th scope="row" className="py-1 text-left font-normal">
              {label}
              <span className="block text-muted text-xs">
                {of}, {runs} runs
              </span>
            </th>
            <td className="whitespace-nowrap px-2 py-1 text-right text-muted">{before}</td>
            <td className="whitespace-nowrap py-1 text-right">
              {now}
              <span className="block text-muted text-xs">{spread}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
