import type { CatalogRecords } from "./catalog-records";

/** The name of a record of any kind; its id where there is none. */
export const recordName = ({ models, accelerators, places, formats }: CatalogRecords, id: string): string =>
  [models, accelerators, places, formats].flatMap((each) => each[id]?.name ?? [])[0] ?? id;
