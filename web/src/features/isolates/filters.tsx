// State chips with counts, and a search field.
import type { ListedState } from "../../api/resources";
import type { IsolateCounts } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import "../../ui/chips.css";
import { SearchField } from "../../ui/search_field";

const states: Exclude<ListedState, "">[] = [
  "expected",
  "received",
  "analysing",
  "awaiting_genome",
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
      <SearchField
        label={t("work_list.search")}
        hint={t("work_list.search_hint")}
        text={text}
        onChange={(next) => onChange({ text: next })}
      />
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
