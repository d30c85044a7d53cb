// Prints the SQL for a new migration: what schema.prisma has and the migrations do not.
import { PGlite } from "@electric-sql/pglite";
import { schemaDiff } from "./schema-diff";

console.log((await schemaDiff("prisma", new PGlite())) ?? "-- schema.prisma and the migrations are equal");
process.exit(0);
