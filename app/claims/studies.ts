import { claimViews } from "./views";

/** A plan of a case study: what it is, what the article says of it, and the link that opens it. */
export interface Study {
  readonly name: string;
  readonly says: string;
  readonly article: string;
  readonly address: string;
}

/** Every plan of every case study, "Merchant assistant, optimised". */
export const studies = (): Study[] =>
  claimViews().views.flatMap(({ claim: { study, says, article }, plans }) =>
    study === undefined
      ? []
      : Object.entries(plans).map(([plan, address]) => ({
          name: `${study}, ${plan}`,
          says,
          article,
          address,
        })),
  );
