import type { Measurement } from "./measurement";

/** A release by its number, as tables print it beside the software's name: 0.19.0, 1.2.0rc6. */
const RELEASE = /\b\d+\.\d+(?:\.\d+)?(?:\.?(?:rc|dev|post)\d+)*/;

/** The releases that rows were measured under, from the oldest to the newest, in words; undefined where no row names one. */
export function releasesOf(rows: readonly Pick<Measurement, "engine_version">[]): string | undefined {
  const found = [...new Set(rows.map(({ engine_version }) => engine_version))].flatMap((text) => {
    const [release] = RELEASE.exec(text) ?? [];
    return release === undefined ? [] : [{ release, parts: release.match(/\d+/g)?.map(Number) ?? [] }];
  });
  found.sort((x, y) => x.parts.reduce((sign, part, at) => sign || part - (y.parts[at] ?? 0), 0));
  const [oldest, newest] = [found[0]?.release, found.at(-1)?.release];
  if (oldest === undefined || newest === undefined) return undefined;
  return oldest === newest ? oldest : `${oldest} to ${newest}`;
}
