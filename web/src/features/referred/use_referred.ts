// The isolates of the person's laboratory as far as they were loaded, page after page.
import { useState } from "react";
import { referred } from "../../api/resources";
import type { ReferredIsolate, ReferredIsolateList } from "../../api/types";
import { useResource } from "../../api/use_resource";

// Further pages count only as long as the first page they follow is the one shown.
interface Further {
  after: ReferredIsolateList;
  items: ReferredIsolate[];
  cursor: string;
  error: unknown;
}

export function useReferred(answered: boolean, text: string) {
  const query = { answered, text };
  const first = useResource(`${answered}|${text}`, () => referred.list({ ...query, cursor: "" }));
  const [loaded, set_loaded] = useState<Further | null>(null);
  const further = loaded?.after === first.data ? loaded : null;
  const cursor = further ? further.cursor : (first.data?.next_cursor ?? "");

  const more = async (after: ReferredIsolateList) => {
    const items = further?.items ?? [];
    try {
      const page = await referred.list({ ...query, cursor });
      set_loaded({
        after,
        items: [...items, ...page.items],
        cursor: page.next_cursor,
        error: null,
      });
    } catch (error) {
      set_loaded({ after, items, cursor, error });
    }
  };
  return {
    first: first.data,
    items: [...(first.data?.items ?? []), ...(further?.items ?? [])],
    loading: first.loading,
    error: first.error ?? further?.error ?? null,
    reload: first.reload,
    more: first.data && cursor ? () => void more(first.data as ReferredIsolateList) : null,
  };
}
