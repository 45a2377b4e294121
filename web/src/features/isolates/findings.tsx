// Key findings and case definitions of an isolate in short, and the mark of constructed data.
import type { IsolateSummary } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { Mark } from "../../ui/mark";

export function Findings({ item }: { item: IsolateSummary }) {
  const { t } = useTexts();
  const shown = item.key_findings.slice(0, 4);
  const hidden = item.key_findings.length - shown.length;
  return (
    <span className="tags">
      {item.case_definitions.map((name) => (
        <Mark key={name} tone="danger">
          {name}
        </Mark>
      ))}
      {shown.length > 0 && (
        <span>
          <span className="gene">{shown.join(", ")}</span>
          {hidden > 0 && ` ${t("work_list.more_findings", { count: hidden })}`}
        </span>
      )}
      {item.constructed && <Mark>{t("work_list.constructed")}</Mark>}
    </span>
  );
}
