declare global {
  interface Window {
    /** What a person did before the page could answer; null once it can. */
    earlyEvents?: { event: Event; target: Element; value: string | undefined }[] | null;
  }
}

/** For the page's first script: keeps what is typed, chosen and pressed while the rest of the code is on its way. */
export const keepEarlyEvents = `var early=window.earlyEvents=[];
["input","change","click"].forEach(function(type){addEventListener(type,function(e){
window.earlyEvents&&early.push({event:e,target:e.target,value:e.target.value})},true)})`;

/**
 * Does again, in their order, what was done before the page could answer, and keeps no more from then on. Hydration
 * has put the server's texts back by then.
 */
export function replayEarlyEvents() {
  const early = window.earlyEvents ?? [];
  window.earlyEvents = null;
  for (const { event, target, value } of early) {
    // An event still under way is one that hydration was hurried for: React answers it itself.
    if (event.eventPhase !== Event.NONE || !target.isConnected) continue;
    if (event.type === "click") target.closest("button")?.click();
    else if (target instanceof HTMLInputElement && target.type === "text" && event.type === "input")
      enterText(target, value ?? "");
    else if (target instanceof HTMLSelectElement && event.type === "change") {
      target.value = value ?? "";
      target.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

const setValue = (input: HTMLInputElement, value: string) =>
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);

/** React hears of a text only where it differs from the last that was set through the element's own property. */
function enterText(input: HTMLInputElement, text: string) {
  input.value = `${text} `;
  setValue(input, text);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
