// The work list as far as it was loaded: the first page, and those asked for after it.
import { useState } from "react";
import { isolates, type ListedState } from "../../api/resources";
import type { IsolateList, IsolateSummary } from "../../api/types";
import { usePolling } from "../../api/use_polling";
import { useResource } from "../../api/use_resource";

// Further pages count only as long as the first page they follow is the one shown.
interface Further {
  after: IsolateList;
  items: IsolateSummary[];
  cursor: string;
  error: unknown;
}

export function useWorkList(state: ListedState, text: string) {
  const first = useResource(`${state}|${text}`, () => isolates.list({ state, text, cursor: "" }));
  const [loaded, set_loaded] = useState<Further | null>(null);
  const further = loaded?.after === first.data ? loaded : null;
  usePolling((first.data?.counts.analysing ?? 0) > 0 && further === null, first.reload);

  const cursor = further ? further.cursor : (first.data?.next_cursor ?? "");
  const more = async (after: IsolateList) => {
    const items = further?.items ?? [];
    try {
      const page = await isolates.list({ state, text, cursor });
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
    more: first.data && cursor ? () => void more(first.data as IsolateList) : null,
  };
}
