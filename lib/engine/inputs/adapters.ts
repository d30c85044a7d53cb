import { shaped } from "./rows";

/** What the products that adapters stand beside are, of a replica that keeps low-rank adapters. */
export const adapterWidth = shaped("1", "Inputs and outputs of an adapted product, mean");
