import { fieldOf } from "./fields";
import { jsonFromText, jsonToText } from "./json-text";
import { parseScenario, type ScenarioReading } from "./parse-scenario";
import type { Scenario } from "./schema";
import { tooNew, VERSION } from "./versions";

/**
 * A whole scenario as the text of a URL fragment: its version, a point and the base64url of compact JSON. What equals the default is
 * left out, which keeps a link near 200 characters without a compressor (the browser's own is asynchronous, and the
 * first paint should not wait for it).
 */
export function encodeScenario(scenario: Scenario): string {
  const { name, workload, traffic, goals, serving, options, finance, money } = scenario;
  const { apis, topologies, currency, custom, measurements, calibration } = scenario;
  const compact = {
    name,
    workload: withoutDefaults("workload", workload),
    traffic: withoutDefaults("traffic", traffic),
    goals: withoutDefaults("goals", goals),
    serving: withoutDefaults("serving", serving),
    options: options.map((option) => withoutDefaults("options", option) ?? {}),
    apis,
    topologies,
    finance: withoutDefaults("finance", finance),
    money: withoutDefaults("money", money),
    currency,
    custom,
    measurements,
    calibration,
  };
  return `${VERSION}.${jsonToText(compact)}`;
}

/** Reads what `encodeScenario` wrote, now or in any version before. Anything else is an error with a message, never an exception. */
export function decodeScenario(text: string): ScenarioReading {
  if (text.length > MAX_LENGTH) return refuse(`the link is longer than ${MAX_LENGTH} characters`);
  const [, written = "", state = ""] = /^([1-9]\d{0,8})\.([\w-]*)$/.exec(text) ?? [];
  if (written === "") return refuse("the link is damaged: it holds no scenario");
  const version = Number(written);
  if (version > VERSION) return refuse(`the link cannot be read: ${tooNew(version)}`);
  const json = jsonFromText(state);
  if (json === undefined) return refuse("the link is damaged: part of it is missing");
  const { value } = json;
  const isDocument = typeof value === "object" && value !== null && !Array.isArray(value);
  return parseScenario(isDocument ? { ...value, v: version } : value);
}

// Six models of one's own whose layers differ throughout take half of it; browsers take far more.
const MAX_LENGTH = 64 * 1000;

function withoutDefaults(section: string, values: Record<string, unknown>) {
  const changed = Object.entries(values).filter(([key, value]) => {
    const field = fieldOf(`${section}.${key}`);
    return value !== undefined && !(field && field.default === value);
  });
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}

function refuse(message: string): ScenarioReading {
  return { ok: false, errors: [{ path: "", message }] };
}
