const SVG = "http://www.w3.org/2000/svg";
/** Where letters stand in the height that a browser gives a line of text: ascent over ascent and descent of the page's font. */
const BASELINE = 0.8;
/** Distance of the lines that mark an area as hatched, and their width; as the style sheet has them. */
const HATCH = { step: 5, width: 1 };

/** An element of a drawing with its attributes. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

type Colour = { fill: string; opacity: number };

/** Any colour that a browser knows as every program reads it; undefined where nothing is to be seen. */
function colourReader(): (css: string) => Colour | undefined {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [1, 1];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return (css) => {
    if (!context) return undefined;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    return alpha === 0 ? undefined : { fill: `rgb(${red},${green},${blue})`, opacity: alpha / 255 };
  };
}

/**
 * A chart that is made of boxes and words as a drawing of its own: the boxes that have a colour or an edge, and every
 * line of text where it stands. `width` and `height` are the chart's on the page, in pixels.
 */
export function drawnHtml(root: HTMLElement): SVGElement {
  const box = root.getBoundingClientRect();
  const drawing = element("svg", { viewBox: `0 0 ${box.width} ${box.height}` });
  const hatch = element("pattern", {
    id: "hatch",
    width: HATCH.step,
    height: HATCH.step,
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  });
  const read = colourReader();
  const grey = read(getComputedStyle(root).color)?.fill ?? "gray";
  hatch.append(element("rect", { width: HATCH.width, height: HATCH.step, fill: grey, "fill-opacity": 0.35 }));
  const shared = element("defs", {});
  shared.append(hatch);
  drawing.append(shared);
  const at = ({ left, top }: DOMRect) => ({ x: left - box.left, y: top - box.top });

  function visit(node: Node, style: CSSStyleDeclaration) {
    if (node instanceof Text) return words(node, style);
    if (!(node instanceof HTMLElement)) return;
    const own = getComputedStyle(node);
    const place = node.getBoundingClientRect();
    // What only readers of the screen are told is one pixel large.
    const isTold = own.position === "absolute" && place.width <= 1 && own.overflow === "hidden";
    if (isTold || own.display === "none" || own.visibility === "hidden") return;
    area(node, own, place);
    for (const child of node.childNodes) visit(child, own);
  }

  function area(node: HTMLElement, style: CSSStyleDeclaration, place: DOMRect) {
    if (place.width === 0 && place.height === 0) return;
    const size = { ...at(place), width: place.width, height: place.height };
    const round = Number.parseFloat(style.borderTopLeftRadius) || 0;
    const ground = read(style.backgroundColor);
    if (ground)
      drawing.append(
        element("rect", { ...size, rx: round, fill: ground.fill, "fill-opacity": ground.opacity }),
      );
    if (node.classList.contains("hatched")) drawing.append(element("rect", { ...size, fill: "url(#hatch)" }));
    edges(style, size);
  }

  function edges(
    style: CSSStyleDeclaration,
    { x, y, width, height }: { x: number; y: number; width: number; height: number },
  ) {
    const sides = [
      ["Top", [x, y, x + width, y]],
      ["Right", [x + width, y, x + width, y + height]],
      ["Bottom", [x, y + height, x + width, y + height]],
      ["Left", [x, y, x, y + height]],
    ] as const;
    for (const [side, [x1, y1, x2, y2]] of sides) {
      const wide = Number.parseFloat(style[`border${side}Width`]);
      const line = style[`border${side}Style`];
      const colour = read(style[`border${side}Color`]);
      if (!(wide > 0) || line === "none" || !colour) continue;
      drawing.append(
        element("line", {
          ...{ x1, y1, x2, y2 },
          stroke: colour.fill,
          "stroke-opacity": colour.opacity,
          "stroke-width": wide,
          ...(line === "dashed" ? { "stroke-dasharray": "3 2" } : {}),
        }),
      );
    }
  }

  /** One text for each line that the words were broken into. */
  function words(node: Text, style: CSSStyleDeclaration) {
    const lines: { place: DOMRect; text: string; right: number }[] = [];
    const range = document.createRange();
    for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const place = range.getBoundingClientRect();
      const last = lines.at(-1);
      if (last && Math.abs(last.place.top - place.top) < 1) {
        last.text += ` ${word}`;
        last.right = place.right;
      } else lines.push({ place, text: word, right: place.right });
    }
    const colour = read(style.color);
    for (const { place, text, right } of lines) {
      const written = element("text", {
        x: at(place).x,
        y: at(place).y + place.height * BASELINE,
        "font-size": Number.parseFloat(style.fontSize),
        "font-weight": style.fontWeight,
        fill: colour?.fill ?? grey,
        // A program without the page's font fits its own into the same room.
        textLength: Math.max(1, right - place.left),
        lengthAdjust: "spacingAndGlyphs",
      });
      written.textContent = text;
      drawing.append(written);
    }
  }

  visit(root, getComputedStyle(root));
  return drawing;
}
