/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: BlobPart, type: string) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken its own reference once the click is handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
