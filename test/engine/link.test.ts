import { describe, expect, it } from "vitest";
import type { Accelerator } from "@/lib/catalog/schema";
import type { Layout } from "@/lib/engine/deployment";
import { linkFor } from "@/lib/engine/link";
import { plain } from "@/lib/engine/made";
import { isRefused } from "@/lib/engine/verdict";
import { LOOKUP } from "./plans";

const figure = (value: number) => ({ value, text: String(value), source: "derived" });
const chip = {
  name: "X",
  link: { name: "fabric", domain: 8, perDirection: figure(400) },
} as unknown as Accelerator;
const over = (parts: object) => ({ ...chip, ...parts }) as Accelerator;

function through(accelerator: Accelerator, layout: Partial<Layout>, bridged = false) {
  const constants = { linkEfficiency: plain(0.5, "a half") };
  const link = linkFor(
    accelerator,
    { tensor: 1, data: 1, pipeline: 1, ...layout } as Layout,
    constants,
    plain(1e-5, "ten microseconds"),
    LOOKUP,
    bridged,
  );
  return isRefused(link) ? "refused" : `${link.name} ${link.bandwidth}`;
}

describe("ranks exchange over", () => {
  it("the fabric as far as its domain reaches, the network beyond", () => {
    const networked = over({ nic: figure(50) });
    expect(through(networked, { tensor: 8 })).toBe("fabric 400");
    expect(through(networked, { tensor: 2, data: 4 })).toBe("fabric 400");
    expect(through(networked, { tensor: 16 })).toBe("network 50");
    expect(through(networked, { tensor: 4, data: 4 })).toBe("network 50");
    expect(through(networked, { pipeline: 8 })).toBe("fabric 400");
    expect(through(networked, { pipeline: 16 })).toBe("network 50");
  });

  it("nothing that is known beyond the fabric of a chip without a network", () => {
    expect(through(over({ hostLink: figure(30) }), { tensor: 16 })).toBe("refused");
  });

  it("the bridge of cards that are joined, as far as it reaches, the host's link beyond and otherwise", () => {
    const bridge = { name: "bridge", domain: 2, perDirection: figure(300) };
    const card = over({ link: undefined, bridge, hostLink: figure(30) });
    expect(through(card, { tensor: 2 }, true)).toBe("bridge 300");
    expect(through(card, { tensor: 4 }, true)).toBe("host link 30");
    expect(through(card, { tensor: 2 })).toBe("host link 30");
    expect(through(over({ bridge }), { tensor: 2 }, true)).toBe("fabric 400");
    expect(through(over({ link: undefined, hostLink: figure(30) }), { tensor: 2 }, true)).toBe(
      "host link 30",
    );
  });

  it("the host's link where there is no fabric, and none for one rank", () => {
    expect(through(over({ link: undefined, hostLink: figure(30) }), { tensor: 2 })).toBe("host link 30");
    expect(through(over({ link: undefined }), { tensor: 2 })).toBe("refused");
    expect(through(over({ link: undefined }), {})).toBe("none 0");
  });
});
