/** What a request says in its headers of who asks, and of what it was made from. */

/** The token of `Authorization: Bearer …`; undefined without one. */
export const bearerOf = ({ headers }: Request): string | undefined =>
  /^Bearer +([\w~+/.=-]+) *$/i.exec(headers.get("authorization") ?? "")?.[1];

/** The entity tag of a version. */
export const versionTag = (version: number): string => `"${version}"`;

/** The version that If-Match names: absent without the header, malformed where it names none or several. */
export function ifMatch({ headers }: Request): number | "absent" | "malformed" {
  const said = headers.get("if-match");
  if (said === null) return "absent";
  const [, version] = /^"([1-9]\d{0,9})"$/.exec(said.trim()) ?? [];
  return version === undefined ? "malformed" : Number(version);
}

/** Whether If-None-Match names the version that would be sent. */
export const isKnown = ({ headers }: Request, tag: string): boolean =>
  (headers.get("if-none-match") ?? "")
    .split(",")
    .map((each) => each.trim().replace(/^W\//, ""))
    .some((each) => each === tag || each === "*");
