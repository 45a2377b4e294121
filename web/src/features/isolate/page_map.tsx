// Links to the parts of the page.
import { useTexts } from "../../i18n/use_texts";

const parts = [
  "susceptibility",
  "reconciliation",
  "work_up",
  "genome",
  "analyses",
  "files",
  "history",
] as const;

export function PageMap() {
  const { t } = useTexts();
  return (
    <nav className="page-map" aria-label={t("isolate.on_this_page")}>
      {parts.map((part) => (
        <a key={part} href={`#${part}`}>
          {t(`section.${part}`)}
        </a>
      ))}
    </nav>
  );
}
