// Links to the parts of the page.
import { useTexts } from "../../i18n/use_texts";

const parts = [
  "susceptibility",
  "reconciliation",
  "work_up",
  "genome",
  "reads",
  "tests",
  "analyses",
  "files",
  "history",
] as const;

export function PageMap({ of_reads }: { of_reads: boolean }) {
  const { t } = useTexts();
  return (
    <nav className="page-map" aria-label={t("isolate.on_this_page")}>
      {parts
        .filter((part) => part !== "reads" || of_reads)
        .map((part) => (
          <a key={part} href={`#${part}`}>
            {t(`section.${part}`)}
          </a>
        ))}
    </nav>
  );
}
