/** Where the browser keeps the book; the number is the version of what is kept. */
export const KEY = "price-book:1";

const listeners = new Set<() => void>();

/** The stored text; null when there is none or storage is forbidden. */
export function storedBook(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Calls the listener when the book changes, in this tab or another. */
export function watchBook(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

/** Tells all who watch in this tab that the book is another. */
export function bookChanged(): void {
  for (const listener of listeners) listener();
}
