// Earlier isolates of a patient with their mechanisms, one line each.
import { Link } from "react-router-dom";
import type { EarlierIsolate } from "../../api/intake";
import { useTexts } from "../../i18n/use_texts";

export function Earlier({ isolates }: { isolates: EarlierIsolate[] }) {
  const { t, format } = useTexts();
  return (
    <div className="earlier">
      <p>{t("earlier.count", { count: isolates.length })}</p>
      <ul>
        {isolates.map((one) => (
          <li key={one.accession}>
            <Link to={`/isolates/${one.accession}`}>{one.accession}</Link>{" "}
            {format.day(one.received)}: <em>{one.species || t("work_list.not_known_yet")}</em>
            {one.st && one.st !== "-" && ` ST${one.st}`}
            {one.case_definitions.length > 0 && ` (${one.case_definitions.join(", ")})`}
            {one.key_findings.length > 0 && (
              <span className="gene"> {one.key_findings.join(", ")}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
