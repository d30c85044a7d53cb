/** A published work that a formula follows. */
export type Citation = { readonly text: string; readonly address: string };

const CITATIONS: Readonly<Record<string, Citation>> = {
  "williams-2009": {
    text: "S. Williams, A. Waterman, D. Patterson: Roofline. Communications of the ACM 52(4), 2009",
    address: "https://doi.org/10.1145/1498765.1498785",
  },
  "leviathan-2023": {
    text: "Y. Leviathan, M. Kalman, Y. Matias: Fast Inference from Transformers via Speculative Decoding. ICML 2023",
    address: "https://arxiv.org/abs/2211.17192",
  },
  "punica-2023": {
    text: "L. Chen, Z. Ye, Y. Wu, D. Zhuo, L. Ceze, A. Krishnamurthy: Punica: Multi-Tenant LoRA Serving. 2023",
    address: "https://arxiv.org/abs/2310.18547",
  },
  "llmgarage-power-limits": {
    text: "LLM Garage: Tokens-per-second test bench, power limit sweep. February 2026",
    address: "https://llmgarage.ai/power-limit-tokens-per-second-benchmark",
  },
  "joiner-rosenblatt-1971": {
    text: "B. Joiner, J. Rosenblatt: Some Properties of the Range in Samples from Tukey's Symmetric Lambda Distributions. Journal of the American Statistical Association 66(334), 394-399, 1971",
    address: "https://doi.org/10.1080/01621459.1971.10482275",
  },
  "shepard-1968": {
    text: "D. Shepard: A two-dimensional interpolation function for irregularly-spaced data. ACM National Conference, 1968",
    address: "https://doi.org/10.1145/800186.810616",
  },
  "lazowska-1984": {
    text: "E. Lazowska, J. Zahorjan, G. S. Graham, K. Sevcik: Quantitative System Performance, chapter 3. Prentice-Hall, 1984",
    address: "https://homes.cs.washington.edu/~lazowska/qsp/",
  },
  "whitt-1983": {
    text: "W. Whitt: The Queueing Network Analyzer. Bell System Technical Journal 62(9), 1983",
    address: "https://doi.org/10.1002/j.1538-7305.1983.tb03204.x",
  },
};

/** The work behind a formula's citation key. Throws for a key that is not listed. */
export function citationOf(key: string): Citation {
  const found = CITATIONS[key];
  if (!found) throw new Error(`no work is listed for the citation "${key}"`);
  return found;
}
