import "./without-eval";

/** The only types of a record. Pure: nothing here touches the file system. */
export type { Accelerator, Architecture, IncompleteAccelerator, PeakType } from "./accelerator";
export { acceleratorSchema, architectures, incompleteAcceleratorSchema } from "./accelerator";
export type { ApiPrice } from "./api-price";
export { apiPricesOf, providerApiPricesSchema } from "./api-price";
export type { Calibration, Shipped } from "./calibration";
export { calibrationSchema } from "./calibration";
export type { Currency } from "./currency";
export { currencySchema } from "./currency";
export type { Energy, EnergyFact } from "./energy";
export { energySchema } from "./energy";
export type { Ffn, FfnOf } from "./ffn";
export type { Figure } from "./figure";
export type { Format } from "./format";
export { formatSchema } from "./format";
export type { Market } from "./market";
export { marketSchema } from "./market";
export type { Mixer, MixerOf } from "./mixer";
export type { IncompleteModel, LayerGroup, Model } from "./model";
export { incompleteModelSchema, modelSchema } from "./model";
export type { Price, PriceRange, PriceTerm } from "./price";
export { filePrices, offerSchema, priceRangesSchema, providerPricesSchema } from "./price";
export type { Area, CloudRegions, Region } from "./region";
export { cloudRegionsSchema } from "./region";
export type { Source } from "./source";
export { sourceSchema } from "./source";
