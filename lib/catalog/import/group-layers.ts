import type { LayerGroup } from "../schema";
import type { Layer } from "./family";

/** Counts equal layers together, in the order in which each shape first appears. */
export function groupLayers(layers: readonly Layer[]): LayerGroup[] {
  const groups = new Map<string, LayerGroup>();
  const keys = new Map<Layer, string>();
  for (const layer of layers) {
    const key = keys.get(layer) ?? JSON.stringify(layer);
    keys.set(layer, key);
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { count: 1, ...layer });
  }
  return [...groups.values()];
}
