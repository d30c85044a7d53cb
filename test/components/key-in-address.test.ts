import { expect, it } from "vitest";
import { afterLooking, keyIn } from "@/components/saved/key-in-address";

const KEY = "k".repeat(43);

it("says what became of a key, however often the address it was taken from is looked at", () => {
  for (const kept of [true, false]) {
    let address = `#k=${KEY}`;
    let state = "looking" as ReturnType<typeof afterLooking>;
    const look = () => {
      const key = keyIn(address);
      address = "";
      state = afterLooking(state, key === null ? null : kept);
    };
    look();
    expect(state).toBe(kept ? "kept" : "closed");
    look();
    expect(state).toBe(kept ? "kept" : "closed");
    address = `#k=${KEY}`;
    look();
    expect(state).toBe(kept ? "kept" : "closed");
  }
});

it("finds no key where there is none, and takes one that comes later", () => {
  for (const address of ["", "#", `#k=${KEY}x`, `#k=${KEY.slice(1)}`, `#d=${KEY}`])
    expect(keyIn(address)).toBeNull();
  expect(afterLooking("looking", null)).toBe("none");
  expect(afterLooking("none", true)).toBe("kept");
});
