// Goes through the registry page by page and gathers what changes; the server looks at a bounded number of isolates at a time.
import { useEffect, useState } from "react";
import { interpretations } from "../../api/interpretations";
import type { Language } from "../../api/types";
import { added, nothing } from "./registry_changes";

export function useRegistryChanges(version: string, language: Language) {
  const [state, set_state] = useState({ changes: nothing, error: null as unknown });
  const [round, set_round] = useState(0);

  useEffect(() => {
    if (!version) return;
    let wanted = true;
    set_state({ changes: nothing, error: null });
    const go_through = async () => {
      let sum = nothing;
      for (let cursor = ""; wanted && !sum.done; ) {
        const page = await interpretations.changes(version, cursor, language);
        if (!wanted) return;
        sum = added(sum, page);
        cursor = page.next_cursor;
        set_state({ changes: sum, error: null });
      }
    };
    go_through().catch((error: unknown) => wanted && set_state((old) => ({ ...old, error })));
    return () => {
      wanted = false;
    };
  }, [version, language, round]);

  return { ...state, again: () => set_round((n) => n + 1) };
}
