// What the typed results are, in or out of range, asked of the server while one types.
import { useEffect, useRef, useState } from "react";
import { quality_control, type QcEntryRow, type QcPreviewRow } from "../../api/quality_control";

const pause_ms = 150;

export function useQcPreview(rows: [string, QcEntryRow][]) {
  const [known, set_known] = useState<Record<string, QcPreviewRow>>({});
  const [error, set_error] = useState<unknown>(null);
  const round = useRef(0);
  const asked = JSON.stringify(rows);
  useEffect(() => {
    const sent = JSON.parse(asked) as [string, QcEntryRow][];
    const mine = ++round.current;
    if (sent.length === 0) {
      set_known({});
      return;
    }
    const timer = setTimeout(() => {
      quality_control.preview(sent.map(([, row]) => row)).then(
        ({ rows: said }) => {
          if (mine !== round.current) return; // something else was typed since
          set_known(Object.fromEntries(sent.map(([key], i) => [key, said[i] as QcPreviewRow])));
          set_error(null);
        },
        (problem: unknown) => mine === round.current && set_error(problem),
      );
    }, pause_ms);
    return () => clearTimeout(timer);
  }, [asked]);
  return { of: (key: string) => known[key] ?? null, error };
}
