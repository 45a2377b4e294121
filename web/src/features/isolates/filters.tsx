// State chips with counts, and a search field that waits for a pause in typing.
import { Search } from "@digdir/designsystemet-react";
import { useEffect, useRef, useState } from "react";
import type { ListedState } from "../../api/resources";
import type { IsolateCounts } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import "../../ui/chips.css";

const states: Exclude<ListedState, "">[] = [
  "received",
  "analysing",
  "ready",
  "draft",
  "validated",
  "answered",
  "failed",
  "overdue",
];

export function listed_state(text: string | null): ListedState {
  return states.find((state) => state === text) ?? "";
}

interface Props {
  state: ListedState;
  text: string;
  counts: IsolateCounts | null;
  onChange: (next: { state?: ListedState; text?: string }) => void;
}

export function WorkListFilters({ state, text, counts, onChange }: Props) {
  const { t, code } = useTexts();
  const shown = states.filter((name) => name === state || (counts?.[name] ?? 0) > 0);
  return (
    <div className="work-list-filters" role="search" aria-label={t("work_list.filter")}>
      <SearchField text={text} onChange={(next) => onChange({ text: next })} />
      <div role="group" aria-label={t("work_list.by_state")} className="chips">
        {(["", ...shown] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={state === name}
            onClick={() => onChange({ state: name })}
          >
            {name ? code("state", name) : t("work_list.all")}
            {name && <span> {counts?.[name] ?? 0}</span>}
          </button>
        ))}
      </div>
    </div>
  );
}

function SearchField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTexts();
  const [typed, set_typed] = useState(text);
  useEffect(() => set_typed(text), [text]);
  const latest = useRef(onChange); // the state may be chosen while the pause lasts
  latest.current = onChange;
  useEffect(() => {
    if (typed.trim() === text) return;
    const pause = setTimeout(() => latest.current(typed.trim()), 300);
    return () => clearTimeout(pause);
  }, [typed, text]);
  return (
    <Search>
      <Search.Input
        aria-label={t("work_list.search")}
        placeholder={t("work_list.search")}
        value={typed}
        onChange={(event) => set_typed(event.target.value)}
      />
      <Search.Clear aria-label={t("work_list.clear")} onClick={() => set_typed("")} />
    </Search>
  );
}
