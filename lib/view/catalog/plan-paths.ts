/** The addresses that lead to the planner with a record of the catalog added to its plan. */
export const acceleratorPlanPath = (id: string): string => `/hardware/${encodeURIComponent(id)}/plan`;

export const modelPlanPath = (id: string): string => `/models/${encodeURIComponent(id)}/plan`;

/** At the price of one offer. */
export const offerPlanPath = (accelerator: string, offer: string): string =>
  `${acceleratorPlanPath(accelerator)}?offer=${encodeURIComponent(offer)}`;
