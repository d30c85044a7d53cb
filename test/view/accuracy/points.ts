import type { Point } from "@/lib/view/accuracy/point";

/** A point that differs from a plain one as told. */
export const point = (different: Partial<Point> = {}): Point => ({
  id: "row",
  metric: "tpot_ms",
  family: "hopper",
  accelerator: "NVIDIA H100",
  engine: "vLLM",
  model: "Llama",
  setup: "fp8, 8 × TP 8",
  measured: 10,
  predicted: 11,
  source: "a table, row 1",
  ...different,
});
