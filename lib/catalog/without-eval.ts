import * as z from "zod";

// Zod compiles its checks with `new Function` where it can, which the page's content security policy forbids. It
// decides when a schema is made, so this module comes before those that make them.
if (typeof window !== "undefined") z.config({ jitless: true });
