// What the typed rows would mean, asked of the server while one types; nothing is stored.
import { useEffect, useRef, useState } from "react";
import { measurements, type PreviewRow } from "../../api/measurements";
import type { Language } from "../../api/types";
import { is_changed, to_send, type EntryRow, type Setting } from "./entry_rows";

const pause_ms = 150;

export interface Preview {
  of: (key: string) => PreviewRow | null;
  error: unknown;
}

export function usePreview(
  accession: string,
  rows: EntryRow[],
  setting: Setting,
  language: Language,
): Preview {
  const [known, set_known] = useState<Record<string, PreviewRow>>({});
  const [error, set_error] = useState<unknown>(null);
  const round = useRef(0);
  const changed = rows.filter(is_changed);
  const asked = JSON.stringify(changed.map((row) => [row.key, to_send(row, setting)]));

  useEffect(() => {
    const sent = JSON.parse(asked) as [string, ReturnType<typeof to_send>][];
    const mine = ++round.current;
    if (sent.length === 0) {
      set_known({});
      return;
    }
    const timer = setTimeout(() => {
      measurements
        .preview(
          accession,
          sent.map(([, row]) => row),
          language,
        )
        .then(
          (preview) => {
            if (mine !== round.current) return; // something else was typed since
            set_known(
              Object.fromEntries(sent.map(([key], i) => [key, preview.rows[i] as PreviewRow])),
            );
            set_error(null);
          },
          (problem: unknown) => mine === round.current && set_error(problem),
        );
    }, pause_ms);
    return () => clearTimeout(timer);
  }, [accession, asked, language]);

  return { of: (key) => known[key] ?? null, error };
}
