// The isolates of a list that a step is taken with: all, or those left ticked.
import { useState } from "react";
import type { IsolateSummary } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";

// `items` as they were when the dialog opened; `chosen` are those still ticked.
export function useChosenIsolates(items: IsolateSummary[]) {
  const [shown] = useState(items);
  const [left_out, set_left_out] = useState<ReadonlySet<string>>(new Set());
  const toggle = (accession: string) => {
    const next = new Set(left_out);
    if (!next.delete(accession)) next.add(accession);
    set_left_out(next);
  };
  const chosen = shown.filter(({ accession }) => !left_out.has(accession));
  return { shown, chosen, left_out, toggle };
}

export function ChosenIsolates({
  of: { shown, chosen, left_out, toggle },
}: {
  of: ReturnType<typeof useChosenIsolates>;
}) {
  const { t } = useTexts();
  return (
    <fieldset className="batch-list">
      <legend>{t("batch.chosen", { chosen: chosen.length, count: shown.length })}</legend>
      {shown.map((item) => (
        <label key={item.accession}>
          <input
            type="checkbox"
            checked={!left_out.has(item.accession)}
            onChange={() => toggle(item.accession)}
          />
          <span>
            <strong>{item.accession}</strong> {item.sender_id}
            <span className="method">
              <em>{item.species}</em> {item.case_definitions.join(", ")}{" "}
              <span className="gene">{item.key_findings.join(", ")}</span>
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
