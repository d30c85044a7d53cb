import { cellsOf, csvHeadings, csvTable } from "@/lib/csv/table";
import { emptyReading, printedPrice, type SnapshotShape } from "../reading";

const NEEDED = ["instancetype", "acceleratorname", "acceleratorcount", "price", "region"];

/**
 * A cloud's machines as SkyPilot lists them (`<cloud>/vms.csv`). The file names no cloud and no day: both come
 * from its name, as in `aws-vms-2026-10-01.csv`. A spot price that is not below the price is none.
 */
export const skypilot: SnapshotShape = {
  id: "skypilot-catalog",
  title: "SkyPilot catalog: machines of a cloud",
  where: "https://github.com/skypilot-org/skypilot-catalog",
  licence: "Apache-2.0",
  matches: (text) => NEEDED.every((name) => csvHeadings(text).includes(name)),
  dateIn: () => undefined,
  read(text, day) {
    const reading = emptyReading();
    const seen = new Set<string>();
    for (const row of csvTable(text).rows) {
      const { line, fault } = row;
      const cell = cellsOf(row);
      const part = cell("acceleratorname");
      const region = cell("region");
      const instance = cell("instancetype");
      const price = printedPrice(cell("price"));
      const spot = printedPrice(cell("spotprice"));
      const accelerators = Number(cell("acceleratorcount"));
      if (fault) {
        reading.refused.push({ at: `line ${line}`, what: `${instance} ${part}`, why: fault });
        continue;
      }
      // One row an availability zone: the first of a region stands for it.
      const key = [instance, part, accelerators, region].join("|");
      if (seen.has(key)) continue;
      seen.add(key);
      const offer = {
        at: `line ${line}`,
        provider: "",
        parts: [`${part} ${memoryIn(cell("gpuinfo"))}`.trim(), part].filter((name) => name !== ""),
        ...(instance === "" ? {} : { instance }),
        ...(Number.isInteger(accelerators) && accelerators > 0 ? { accelerators } : {}),
        ...(/^(global|any|)$/i.test(region) ? {} : { region }),
        asOf: day,
      };
      if (price !== undefined) reading.offers.push({ ...offer, term: "on-demand", instanceHour: price });
      if (spot !== undefined && price !== undefined && spot < price)
        reading.offers.push({ ...offer, term: "spot", instanceHour: spot });
      if (price === undefined)
        reading.refused.push({ at: offer.at, what: `${instance} ${part}`, why: "no price" });
    }
    return reading;
  },
};

/** The memory in a GpuInfo cell, as "80GB": some clouds write it in MiB, some put GiB under the same name. */
function memoryIn(gpuInfo: string): string {
  const size = Number(/'SizeInMiB': (\d+)/.exec(gpuInfo)?.[1]);
  if (!Number.isFinite(size)) return "";
  return `${Math.round(size > 1024 ? size / 1024 : size)}GB`;
}
