// Prints the SQL for a new migration: what schema.prisma has and the migrations do not.
import { schemaDiff } from "./schema-diff";

console.log((await schemaDiff("prisma")) ?? "-- schema.prisma and the migrations are equal");
process.exit(0);
