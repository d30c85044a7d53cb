import "server-only";
import type { Metadata } from "next";

export const PREVIEW_SIZE = { width: 1200, height: 630 };

/**
 * What a page tells those who paste its link: an image, where PUBLIC_URL says under which address the server is reached.
 * What a request says of that is not believed.
 */
export function previewOf(viewId: string, title: string): Pick<Metadata, "openGraph"> {
  const base = process.env.PUBLIC_URL;
  if (!base) return {};
  const url = new URL(`/s/${viewId}/preview.png`, base).href;
  return { openGraph: { title, images: [{ url, ...PREVIEW_SIZE, alt: "The answer of a saved plan" }] } };
}
