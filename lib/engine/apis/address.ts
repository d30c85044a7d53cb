import type { ApiFigureId, ApiInputId } from "./quantities";

/** Where a figure of an API is explained. It imports no formula: a first page names figures before the engine is there. */
export const apiAddress = (api: number, id: ApiFigureId | ApiInputId): string => `apis.${api}/${id}`;
