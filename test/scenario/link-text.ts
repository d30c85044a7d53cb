/** The text of a link of any version, as a browser writes it: base64url of the document's JSON. */
export function linkText(version: number, document: unknown): string {
  return `${version}.${Buffer.from(JSON.stringify(document), "utf8").toString("base64url")}`;
}
