import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { expect, it } from "vitest";
import { catalog } from "@/lib/catalog";
import { lint } from "@/lib/catalog/lint";
import { apiPricesOf, filePrices, providerApiPricesSchema, providerPricesSchema } from "@/lib/catalog/schema";
import { marketIndex } from "@/lib/catalog/snapshots/market-index";
import { marketWords } from "@/lib/catalog/snapshots/market-words";
import { mergeSnapshot, type RawFile } from "@/lib/catalog/snapshots/merge";
import { isModelsDevFile, modelsDevFile } from "@/lib/catalog/snapshots/models-dev-folder";
import { readSnapshot } from "@/lib/catalog/snapshots/read-snapshot";
import { providerToml } from "@/lib/catalog/snapshots/toml";

const index = marketIndex(marketWords(catalog()));
const DAY = "2026-11-20";

/** A CPU machine that the catalog knows, at a new price where it is and in a region where it was not. */
const machines = JSON.stringify({
  prices: {
    "us-central1": { on_demand: { "c4d-standard-384": 17.5 } },
    "africa-south1": { on_demand: { "c4d-standard-384": 21 } },
  },
});
/** A model that a provider is known to serve, under its name in other letters. */
const served = catalog().apiPrices.find(({ id, name }) => id.startsWith("deepinfra/") && /[A-Z]/.test(name));
const models = [
  {
    path: `models.dev-${DAY}/providers/deepinfra/models/${served?.name.toLowerCase()}.toml`,
    text: "[cost]\ninput = 0.2\noutput = 0.6\n",
  },
  { path: `models.dev-${DAY}/providers/deepinfra/provider.toml`, text: 'name = "Deep Infra"\n' },
];

const touched = ["prices/gcp", "api-prices/deepinfra"] as const;
const raw = (id: string) => parse(readFileSync(`data/${id}.toml`, "utf8")) as unknown as RawFile;

it("leaves a catalog sound: a machine keeps its cores, and a name in other letters is the same offer", () => {
  const fromFolder = modelsDevFile(models.filter(({ path }) => isModelsDevFile(path)));
  let files: ReadonlyMap<string, RawFile> = new Map(touched.map((id) => [id, raw(id)]));
  const kinds = [{ name: `gcp-prices-${DAY}.json`, text: machines }, fromFolder].flatMap((file) => {
    const reading = readSnapshot(file?.name ?? "", file?.text ?? "", index);
    if (!reading.ok) throw new Error(reading.why);
    const merged = mergeSnapshot(files, reading.snapshot, "derived", true);
    files = merged.files;
    return merged.changes.map(({ kind }) => kind);
  });
  expect(kinds.sort()).toEqual(["changed", "changed", "new"]);
  const [gcp, deepinfra] = touched.map((id) => {
    const file = files.get(id);
    return { id: id.split("/")[1], ...parse(providerToml(file ?? raw(id))) };
  });
  const before = catalog();
  const others = <T extends { id: string }>(offers: readonly T[], provider: string) =>
    offers.filter(({ id }) => !id.startsWith(`${provider}/`));
  const hours = filePrices(providerPricesSchema.parse(gcp));
  const managed = apiPricesOf(providerApiPricesSchema.parse(deepinfra));
  const after = {
    ...before,
    prices: [...others(before.prices, "gcp"), ...hours],
    apiPrices: [...others(before.apiPrices, "deepinfra"), ...managed],
  };
  expect(lint(after)).toEqual([]);
  expect(after.prices.length).toBe(before.prices.length + 1);
  expect(after.apiPrices.length).toBe(before.apiPrices.length);
  const turin = hours.filter(({ asOf, instance }) => asOf === DAY && instance === "c4d-standard-384");
  expect(turin.map(({ cores }) => cores?.value)).toEqual([192, 192]);
});
