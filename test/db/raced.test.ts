import { expect, it } from "vitest";
import { commitInTime } from "@/lib/db/in-time";
import { describeDatabases } from "./databases";

const RAISE = "DO $$ BEGIN RAISE EXCEPTION 'raced' USING ERRCODE = 'NNNNN'; END $$";

describeDatabases("a transaction that another one got in the way of", () => {
  it.each(["40001", "40P01"])("is done again (%s), and ends after a few times", async (code) => {
    const sql = RAISE.replace("NNNNN", code);
    let tried = 0;
    const done = await commitInTime(async (transaction) => {
      if (++tried < 3) await transaction.$executeRawUnsafe(sql);
      return "done";
    });
    expect([done, tried]).toEqual(["done", 3]);
    let always = 0;
    const failing = commitInTime(async (transaction) => {
      always++;
      await transaction.$executeRawUnsafe(sql);
    });
    await expect(failing).rejects.toThrow();
    expect(always).toBe(4);
  });

  it("is not done again for another reason", async () => {
    let tried = 0;
    const failing = commitInTime(async (transaction) => {
      tried++;
      await transaction.$executeRawUnsafe(RAISE.replace("NNNNN", "22012"));
    });
    await expect(failing).rejects.toThrow();
    expect(tried).toBe(1);
  });
});
