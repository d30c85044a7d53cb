import { readdirSync } from "node:fs";
import { sep } from "node:path";
import { patternOf } from "./route-methods.mjs";

/**
 * Says for an address which route of the app answers it: "/s/[viewId]", with the names of its parts and not what stands
 * there. Of two that fit the one with fewer such parts is meant.
 * @param {string} appFolder @returns {(url: string) => string}
 */
export function routeLabels(appFolder) {
  const routes = readdirSync(appFolder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|[\\/])(page|route)\.(tsx|ts|js)$/.test(name))
    .map((name) => ({ label: labelOf(name), pattern: patternOf(name) }))
    .sort((a, b) => a.label.split("[").length - b.label.split("[").length);
  return (url) => {
    const [path = "/"] = url.split("?");
    if (path.startsWith("/_next/")) return "static";
    return routes.find(({ pattern }) => pattern.test(path))?.label ?? "none";
  };
}

/** @param {string} name the file of a route below the app's folder */
const labelOf = (name) =>
  `/${name
    .split(sep)
    .slice(0, -1)
    .filter((segment) => !/^\(.*\)$/.test(segment))
    .join("/")}`;
