import { QueryClient } from "@tanstack/react-query";
import type { Place } from "@/lib/catalog/place";
import type { Accelerator, Model, Price, Source } from "@/lib/catalog/schema";
import type { FieldError } from "@/lib/scenario/field-error";
import type { ApiOffer } from "@/lib/scenario/schema";
import type { CandidateRecords } from "@/lib/view/candidates";
import type { MissingRecord } from "@/lib/view/catalog-records";

/** The server refused or did not answer; `message` is fit to be shown. */
export class ServerRefusal extends Error {
  override name = "ServerRefusal";

  constructor(
    message: string,
    readonly errors: readonly FieldError[] = [],
    /** The answer's HTTP status; absent where none came. */
    readonly status?: number,
  ) {
    super(message);
  }
}

/** Answers of the server are kept for the life of the page: catalog records do not change under it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // What the server does not have it will not have a second later either.
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: (failed, error) => failed < 2 && !isMissing(error),
    },
    mutations: { retry: 0 },
  },
});

function isMissing(error: Error): boolean {
  return error instanceof ServerRefusal && error.status === 404;
}

/** Asks our own server, and gives what it answers. @throws ServerRefusal with a message that can be shown */
export async function call<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new ServerRefusal(
      "The server cannot be reached. Your plan is kept in this browser; try again later.",
    );
  }
  const body = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const reason = [body?.title, body?.detail].filter(Boolean).join(": ");
  throw new ServerRefusal(
    reason || `The server answered ${response.status}.`,
    body?.errors ?? [],
    response.status,
  );
}

/** A catalog record as the server sends it, with the sources that its figures name. */
export type RecordAnswer = { record: Model | Accelerator | Place; price?: Price; sources: Source[] };

/** Fetches a record that the page did not come with. */
export const fetchRecord = ({ kind, id }: MissingRecord): Promise<RecordAnswer> =>
  queryClient.fetchQuery({
    queryKey: ["catalog", kind, id],
    queryFn: () => call<RecordAnswer>(`/api/v1/catalog/${kind}/${encodeURIComponent(id)}`),
  });

/** What managed APIs charge for a model. */
export const fetchApis = (model: string): Promise<{ offers: ApiOffer[] }> =>
  queryClient.fetchQuery({
    queryKey: ["apis", model],
    queryFn: () => call<{ offers: ApiOffer[] }>(`/api/v1/catalog/apis/${encodeURIComponent(model)}`),
  });

/** The accelerators and offers that a search tries, of one part of the world where it is named. */
export const fetchCandidates = (area: string): Promise<CandidateRecords> =>
  queryClient.fetchQuery({
    queryKey: ["candidates", area],
    queryFn: () =>
      call<CandidateRecords>(`/api/v1/catalog/candidates${area && `?area=${encodeURIComponent(area)}`}`),
  });
