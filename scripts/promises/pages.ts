import { readdirSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { ROOT } from "../setup/child.mjs";

/** Every page that the app has, by its files, with something that is there where an address has an id. */
export function pagesOf(viewId: string): string[] {
  const known: Record<string, string> = {
    "hardware/[id]": "hardware/nvidia-h200-sxm-141gb",
    "models/[id]": "models/meta-llama-3.1-70b",
    "library/compare": `library/compare?a=${viewId}&b=${viewId}`,
  };
  return readdirSync(join(ROOT, "app"), { recursive: true, encoding: "utf8" })
    .filter((name) => basename(name) === "page.tsx")
    .map((name) => dirname(name).split(sep).join("/"))
    .map((route) => (route === "." ? "" : (known[route] ?? route)))
    .map((route) => `/${route.replace("[viewId]", viewId).replace("[number]", "1")}`)
    .sort();
}
