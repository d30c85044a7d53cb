import { drawnHtml, element } from "./drawn-html";
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

/** A drawing, or boxes and words that make one. */
type Chart = SVGSVGElement | HTMLElement;

/** The charts that the page shows now, with the name of the part that each is in. */
export function chartsOnPage(): { name: string; chart: Chart }[] {
  const drawn = document.querySelectorAll<Chart>(
    "main svg[role=img], main svg.recharts-surface, main [data-chart]",
  );
  return [...drawn]
    .filter((chart) => chart.getBoundingClientRect().width > LEAST)
    .map((chart) => ({
      chart,
      name: chart.closest("section[aria-label]")?.getAttribute("aria-label") ?? "Chart",
    }));
}
/** Smaller drawings are signs. */
const LEAST = 200;

/** What a chart's copy says of itself above the drawing: its name, and its lines beside their colours. */
function headingOf(chart: Chart, name: string, width: number) {
  const heading = element("g", {});
  const text = (x: number, y: number, size: number, words: string, weight = "400") => {
    const written = element("text", {
      x,
      y,
      "font-size": size,
      "font-weight": weight,
      fill: colorOf(document.body),
    });
    written.textContent = words;
    heading.append(written);
  };
  text(PAD, LINE, 14, name, "600");
  const key =
    chart.closest("section[aria-label]")?.querySelectorAll<HTMLElement>("li:has(> svg > line)") ?? [];
  let [x, y] = [PAD, 2 * LINE];
  for (const item of key) {
    const words = item.textContent ?? "";
    const room = KEY + words.length * LETTER;
    if (x + room > width && x > PAD) [x, y] = [PAD, y + LINE];
    const line = item.querySelector("line");
    if (line) {
      const style = getComputedStyle(line);
      heading.append(
        element("line", {
          x1: x,
          x2: x + KEY - 8,
          y1: y - 4,
          y2: y - 4,
          stroke: style.stroke,
          "stroke-width": 2.5,
          "stroke-dasharray": style.strokeDasharray,
        }),
      );
    }
    text(x + KEY, y, 11, words);
    x += room;
  }
  return { heading, height: (key.length > 0 ? y : LINE) + PAD };
}
const PAD = 12;
const LINE = 20;
const KEY = 28;
const LETTER = 6.5;

const colorOf = (of: Element) => getComputedStyle(of).color;

/** The drawing with all that it takes from the page's style sheets written into it. */
function copyOf(chart: SVGSVGElement): SVGSVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const originals = [chart, ...chart.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  originals.forEach((original, index) => {
    const style = getComputedStyle(original);
    const target = copies[index];
    target?.removeAttribute("class");
    target?.removeAttribute("style");
    for (const each of STYLES) {
      const value = style.getPropertyValue(each);
      if (value) target?.setAttribute(each, value);
    }
  });
  return copy;
}

/** The chart as a file of its own: named, every colour and size said in it, its font named, nothing fetched. */
export function svgOf(chart: Chart, name: string): { text: string; width: number; height: number } {
  const box = chart.getBoundingClientRect();
  const copy = chart instanceof SVGSVGElement ? copyOf(chart) : drawnHtml(chart);
  const { heading, height: above } = headingOf(chart, name, box.width);
  if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`);
  copy.setAttribute("y", String(above));
  copy.setAttribute("width", String(box.width));
  copy.setAttribute("height", String(box.height));
  const height = box.height + above;
  const whole = element("svg", {
    xmlns: SVG,
    width: box.width,
    height,
    viewBox: `0 0 ${box.width} ${height}`,
    "font-family": FONT,
  });
  const ground = getComputedStyle(document.body).backgroundColor;
  whole.append(element("rect", { width: "100%", height: "100%", fill: ground }), heading, copy);
  return { text: new XMLSerializer().serializeToString(whole), width: box.width, height };
}

/** What is saved: the chart, what it is called, and the name of its file. */
interface Saved {
  readonly chart: Chart;
  readonly title: string;
  readonly file: string;
}

export const saveSvg = ({ chart, title, file }: Saved) =>
  saveFile(file, svgOf(chart, title).text, "image/svg+xml");

/** The same as an image of dots. Rejects where the browser cannot draw it. */
export async function savePng({ chart, title, file }: Saved) {
  const { text, width, height } = svgOf(chart, title);
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
  saveFile(file, dots, "image/png");
}
