import { parse } from "smol-toml";
import { dayIn } from "./reading";

/** Where models.dev's own repository keeps a provider's model: `providers/groq/models/openai/gpt-oss-120b.toml`. */
const ITS_FILE = /(?:^|\/)providers\/([^/]+)\/models\/(.+)\.toml$/;

type File = { path: string; text: string };

/** Whether a path is one of a copy of models.dev's repository. */
export const isModelsDevFile = (path: string): boolean => ITS_FILE.test(path);

/**
 * The one file that models.dev publishes (`api.json`) put together from those of its repository, so that a copy of it
 * is one snapshot. The day is the one in the path, as in `models.dev-2026-07-02/providers/…`: the files say none.
 * A file that is no TOML is left out; a model without a price is one that another of the repository's files prices.
 */
export function modelsDevFile(files: readonly File[]): { name: string; text: string } | undefined {
  const providers: Record<string, { models: Record<string, unknown> }> = {};
  let day: string | undefined;
  for (const { path, text } of files) {
    const [, provider, model] = ITS_FILE.exec(path) ?? [];
    if (!provider || !model) continue;
    day ??= dayIn(path.replaceAll("_", "-"));
    providers[provider] ??= { models: {} };
    providers[provider].models[model] = tomlOf(text);
  }
  if (Object.keys(providers).length === 0) return undefined;
  return { name: `models-dev${day ? `-${day}` : ""}`, text: JSON.stringify(providers) };
}

function tomlOf(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return {};
  }
}
