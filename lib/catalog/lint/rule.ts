import type { Catalog } from "../catalog";

/** What a rule found: the file, the field in it, and what is wrong. */
export type Finding = { file: string; field: string; message: string };

/** One thing that must hold over the whole catalog. */
export type Rule = { name: string; check: (catalog: Catalog) => Finding[] };

/** The file of an accelerator's record. */
export const acceleratorFile = (record: { id: string }) => `data/accelerators/${record.id}.toml`;
/** The file of a model's record. */
export const modelFile = (record: { id: string }) => `data/models/${record.id}.toml`;
/** The file of an offer: the provider is the first part of its id. */
export const priceFile = (offer: { id: string }) => `data/prices/${offer.id.split("/")[0]}.toml`;
/** The file of what an offer cost before. */
export const historyFile = (offer: { id: string }) => `data/price-history/${offer.id.split("/")[0]}.toml`;
/** The file of a managed-API price. */
export const apiPriceFile = (offer: { id: string }) => `data/api-prices/${offer.id.split("/")[0]}.toml`;
