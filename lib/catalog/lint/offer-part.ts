import type { Price } from "../schema";
import { type Finding, priceFile, type Rule } from "./rule";

/** Forms that a chip is sold in, and the pieces of record names that contradict each. */
const forms: [form: string, inName: RegExp, contradicts: RegExp][] = [
  ["SXM", /\bSXM\d?\b/i, /-(pcie|nvl)\b/],
  ["PCIe", /\bPCIe\b/i, /-(sxm|nvl)\b/],
  ["NVL", /\bNVL\b/i, /-(sxm|pcie)\b/],
  ["NVLink", /\bNVLink\b/i, /$^/],
  ["a Server card", /\b(?:SE|Server)\b/, /-workstation\b/],
  ["a Workstation card", /\b(?:WE|WK|WS|Workstation)\b/, /-pro-\d+-blackwell$/],
];

const formOf = ({ instance = "" }: Price) => forms.find(([, inName]) => inName.test(instance))?.[0];

/** What an offer calls its part is what the record is, and one provider's two forms are not one record. */
export const offerPart: Rule = {
  name: "an offer's part is the record's",
  check(catalog) {
    const sxm = new Set<string>();
    for (const offer of catalog.prices)
      if (formOf(offer) === "SXM") sxm.add(`${offer.provider} ${offer.accelerator}`);
    return catalog.prices.flatMap((offer): Finding[] => {
      const form = formOf(offer);
      const found = (message: string): Finding[] => [
        { file: priceFile(offer), field: `offer.accelerator (${offer.id})`, message },
      ];
      const against = forms.find(([name]) => name === form)?.[2];
      if (against?.test(offer.accelerator))
        return found(`${offer.instance} is ${form}, and the record is ${offer.accelerator}`);
      // A provider that lists SXM apart means a card with a bridge by NVLink.
      if (form === "NVLink" && sxm.has(`${offer.provider} ${offer.accelerator}`))
        return found(`${offer.provider} lists SXM apart, so ${offer.instance} is not ${offer.accelerator}`);
      return [];
    });
  },
};
