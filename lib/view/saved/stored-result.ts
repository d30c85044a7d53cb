import type { Estimate, OptionEstimate, TopologyEstimate } from "@/lib/engine";

/** The shape that results are stored in now. Version 1 said no version, and held the scenario a second time. */
export const RESULT_VERSION = 2;

/** What is stored of an option's estimate: all but its input, which the saved scenario holds. */
export type StoredOption = Omit<OptionEstimate, "option">;
export type StoredResult = {
  v: typeof RESULT_VERSION;
  options: StoredOption[];
  topologies?: readonly TopologyEstimate[];
  /** The option at whose volume its APIs are priced. */
  volumeOf?: number;
};

/** An estimate as it is saved beside its scenario and the versions of what computed it. `readSaved` reads it. */
export const storedResult = ({ options, topologies, apis = [] }: Estimate): StoredResult => ({
  v: RESULT_VERSION,
  options: options.map(({ option: _input, ...computed }) => computed),
  ...(topologies ? { topologies } : {}),
  ...(apis[0]?.volumeOf === undefined ? {} : { volumeOf: apis[0].volumeOf }),
});
