import { saveFile } from "./save-file";

/** What a drawing takes from the page's style sheets, and carries itself in a file of its own. */
const STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;
const FONT = "Inter, 'Helvetica Neue', Arial, sans-serif";
/** Pixels of the image for one of the drawing: sharp in print. */
const SHARP = 2;
const SVG = "http://www.w3.org/2000/svg";

/** The charts that the page shows now, with the name of the part that each is in. */
export function chartsOnPage(): { name: string; chart: SVGSVGElement }[] {
  const drawn = document.querySelectorAll<SVGSVGElement>("main svg[role=img], main svg.recharts-surface");
  return [...drawn]
    .filter((chart) => chart.getBoundingClientRect().width > LEAST)
    .map((chart) => ({
      chart,
      name: chart.closest("section[aria-label]")?.getAttribute("aria-label") ?? "Chart",
    }));
}
/** Smaller drawings are signs. */
const LEAST = 200;

/** The chart as a file of its own: every colour and size said in it, its font named, nothing fetched. */
export function svgOf(chart: SVGSVGElement): { text: string; width: number; height: number } {
  const { width, height } = chart.getBoundingClientRect();
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const originals = [chart, ...chart.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  originals.forEach((original, index) => {
    const style = getComputedStyle(original);
    const target = copies[index];
    target?.removeAttribute("class");
    target?.removeAttribute("style");
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      if (value) target?.setAttribute(name, value);
    }
  });
  copy.setAttribute("xmlns", SVG);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  copy.setAttribute("font-family", FONT);
  const ground = document.createElementNS(SVG, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

export const saveSvg = (chart: SVGSVGElement, name: string) =>
  saveFile(name, svgOf(chart).text, "image/svg+xml");

/** The same as an image of dots. Rejects where the browser cannot draw it. */
export async function savePng(chart: SVGSVGElement, name: string) {
  const { text, width, height } = svgOf(chart);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * SHARP);
  canvas.height = Math.round(height * SHARP);
  const context = canvas.getContext("2d");
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const dots = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!dots) throw new Error("the browser drew no image");
  saveFile(name, dots, "image/png");
}
