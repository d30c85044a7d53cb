import { dayIn, emptyReading, printedPrice, type SnapshotShape } from "../reading";

/** `"us-east-1": {` opens a region in AWS's table, `…Prices["eastus"] = map…{` in Azure's. */
const REGION = /^\s*(?:[A-Za-z]\w*\[)?"([a-z][a-z0-9-]+)"\]?\s*(?::\s*|=\s*map\[string\]float64)\{/;
const PRICE = /"([A-Za-z][\w.-]*)"\s*:\s*(\d+(?:\.\d+)?)/g;
/** Azure's instances begin like this; AWS's have a dot. */
const AZURE = /initialOnDemandPrices\b/;

/** The on-demand prices that Karpenter generates as Go source, of every instance type by region. */
export const karpenterGo: SnapshotShape = {
  id: "karpenter-pricing",
  title: "Karpenter: generated price table",
  where: "https://github.com/kubernetes-sigs/karpenter",
  licence: "Apache-2.0",
  matches: (text) => /^package pricing$/m.test(text) && /[oO]nDemandPrices/.test(text),
  dateIn: (text) => dayIn(/generated at (\S+)/.exec(text)?.[1] ?? ""),
  read(text, day) {
    const provider = AZURE.test(text) ? "Azure" : "AWS";
    const reading = emptyReading();
    let region: string | undefined;
    text.split("\n").forEach((line, index) => {
      const opened = REGION.exec(line);
      if (opened) region = opened[1];
      if (region === undefined || /^\s*\/\//.test(line)) return;
      for (const [, instance = "", price] of line.matchAll(PRICE)) {
        const instanceHour = printedPrice(price);
        if (instanceHour === undefined || instance === region) continue;
        reading.offers.push({
          at: `line ${index + 1}`,
          provider,
          parts: [],
          instance,
          region,
          term: "on-demand",
          instanceHour,
          asOf: day,
        });
      }
    });
    return reading;
  },
};
