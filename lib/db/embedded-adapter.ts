import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  SqlResultSet,
  Transaction,
} from "@prisma/driver-adapter-utils";
import type { EmbeddedThread } from "./embedded-thread";

const NAMED = { provider: "postgres", adapterName: "embedded" } as const;

/** Prisma's door to the embedded database's thread: each of its calls is one message. */
export function embeddedAdapter(thread: EmbeddedThread): SqlDriverAdapterFactory {
  return { ...NAMED, connect: async () => connection(thread) };
}

function connection(thread: EmbeddedThread): SqlDriverAdapter {
  let transactions = 0;
  return {
    ...queryable(thread),
    executeScript: (script) => thread.call("script", script),
    getConnectionInfo: () => ({ supportsRelationJoins: true }),
    dispose: async () => {},
    async startTransaction(isolation?: IsolationLevel): Promise<Transaction> {
      if (isolation)
        throw new Error("The embedded database takes one transaction at a time: no isolation level.");
      const id = ++transactions;
      await thread.call("begin", id);
      return {
        ...queryable(thread, id),
        options: { usePhantomQuery: true },
        commit: () => thread.call("commit", id),
        rollback: () => thread.call("rollback", id),
      };
    },
  };
}

function queryable(thread: EmbeddedThread, transaction?: number): SqlQueryable {
  return {
    ...NAMED,
    queryRaw: (query: SqlQuery) => thread.call<SqlResultSet>("queryRaw", query, transaction),
    executeRaw: (query: SqlQuery) => thread.call<number>("executeRaw", query, transaction),
  };
}
