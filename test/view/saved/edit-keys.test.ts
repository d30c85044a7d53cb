import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  editKeyOf,
  exportKeys,
  forgetEditKey,
  importKeys,
  keepEditKey,
  keptPlans,
  newEditKey,
} from "@/components/saved/edit-keys";
import { isEditKey } from "@/lib/db/edit-key";

/** A browser's storage, of which nothing is kept where it is closed. */
class Storage {
  readonly isClosed: boolean = false;
  [name: string]: unknown;
  getItem(name: string) {
    return Object.hasOwn(this, name) ? this[name] : null;
  }
  setItem(name: string, value: string) {
    if (this.isClosed) throw new Error("closed");
    this[name] = value;
  }
  removeItem(name: string) {
    delete this[name];
  }
}

beforeEach(() => vi.stubGlobal("localStorage", new Storage()));
afterEach(() => vi.unstubAllGlobals());

const id = (letter: string) => letter.repeat(22);

describe("the keys of a browser", () => {
  it("are such as the server takes, and never the same", () => {
    const made = Array.from({ length: 64 }, newEditKey);
    expect(made.filter((key) => !isEditKey(key))).toEqual([]);
    expect(new Set(made).size).toBe(64);
  });

  it("go to another browser through a file, whole or not at all", () => {
    const keys = new Map(["a", "b", "c"].map((letter) => [id(letter), newEditKey()]));
    for (const [viewId, key] of keys) keepEditKey(viewId, key);
    const file = exportKeys();
    vi.stubGlobal("localStorage", new Storage());
    expect(keptPlans()).toEqual([]);
    expect(importKeys(file)).toEqual({ kept: 3 });
    expect(new Map(keptPlans().map((viewId) => [viewId, editKeyOf(viewId)]))).toEqual(keys);
    forgetEditKey(id("a"));
    expect(keptPlans().sort()).toEqual([id("b"), id("c")]);
    const odd = [
      "",
      "{}",
      "null",
      "[]",
      file.replace("edit-keys", "other"),
      file.replace(id("a"), "short"),
      file.replace(keys.get(id("b")) ?? "", "../x"),
    ];
    vi.stubGlobal("localStorage", new Storage());
    for (const text of odd) expect(importKeys(text), text).toHaveProperty("message");
    expect(keptPlans()).toEqual([]);
  });

  it("are said not to be kept where the storage is closed", () => {
    keepEditKey(id("a"), newEditKey());
    const file = exportKeys();
    vi.stubGlobal("localStorage", Object.assign(new Storage(), { isClosed: true }));
    expect(keepEditKey(id("b"), newEditKey())).toBe(false);
    expect(importKeys(file)).toHaveProperty("message");
  });
});
