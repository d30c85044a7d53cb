import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

const HANDLER =
  /\bexport\s+(?:(?:async\s+)?function|const|let)\s+(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g;

/**
 * A route handler of the app and the methods that it answers.
 * @typedef {{ file: string, pattern: RegExp, methods: string[] }} RouteMethods
 */

/**
 * Every route handler below a folder, with the methods its file exports: Next answers others with a 405 that lacks
 * Allow, and some with a 500.
 * @param {string} appFolder @returns {RouteMethods[]}
 */
export function routeMethods(appFolder) {
  return readdirSync(appFolder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|[\\/])route\.(ts|tsx|js)$/.test(name))
    .map((name) => {
      const source = readFileSync(join(appFolder, name), "utf8");
      const exported = [...source.matchAll(HANDLER)].map(([, method]) => String(method));
      // Next answers these two by itself.
      const implied = [...(exported.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
      return { file: name, pattern: patternOf(name), methods: [...new Set([...exported, ...implied])] };
    });
}

/** The addresses of a route. @param {string} name its file below the app's folder @returns {RegExp} */
export function patternOf(name) {
  const segments = name.split(sep).slice(0, -1);
  const parts = segments
    .filter((segment) => !/^\(.*\)$/.test(segment))
    .map((segment) => {
      if (/^\[\[?\.\.\./.test(segment)) return ".+";
      return segment.startsWith("[") ? "[^/]+" : segment.replace(/[.*+?^${}()|\\]/g, "\\$&");
    });
  return new RegExp(parts.length === 0 ? "^/$" : `^/${parts.join("/")}/?$`);
}

/**
 * The methods that an address answers: a route's own, GET and HEAD for all else, as pages only show; null for an
 * address of the API that no route has, which is for the app to say.
 * @param {RouteMethods[]} routes @param {string} path @returns {string[] | null}
 */
export function methodsAt(routes, path) {
  const route = routes.find(({ pattern }) => pattern.test(path));
  if (route) return route.methods;
  return /^\/api\//.test(path) ? null : ["GET", "HEAD"];
}
