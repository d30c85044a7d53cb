import { expect, it } from "vitest";
import { releasesOf } from "@/lib/accuracy/releases";

const of = (...versions: string[]) => releasesOf(versions.map((engine_version) => ({ engine_version })));

it("names the oldest and the newest release by number, candidates and builds included", () => {
  expect(of("vllm 0.19.0", "vllm 0.9.2", "vllm nightly-5b8c30d62b754b57")).toBe("0.9.2 to 0.19.0");
  expect(of("trtllm 1.2.0rc6.post2", "trtllm 1.2.0rc2")).toBe("1.2.0rc2 to 1.2.0rc6.post2");
  expect(of("vLLM 0.6.3.dev109/0.6.4.dev4 (ROCm)")).toBe("0.6.3.dev109");
  expect(of("vllm ", "llama.cpp llama-bench (build not stated)")).toBeUndefined();
});
