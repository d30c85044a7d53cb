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

/**
 * Prisma's door to the embedded database's thread: each of its calls is one message.
 * @param waitMs how long a transaction may wait for those before it
 */
export function embeddedAdapter(thread: EmbeddedThread, waitMs: number): SqlDriverAdapterFactory {
  return { ...NAMED, connect: async () => connection(thread, waitMs) };
}

function connection(thread: EmbeddedThread, waitMs: number): SqlDriverAdapter {
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
      await thread.call("begin", id, Date.now() + waitMs);
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
