// What was found before in the same patient.
import type { EarlierIsolate } from "../../api/intake";
import { useTexts } from "../../i18n/use_texts";
import { Section } from "../../ui/section";
import { Earlier } from "../receiving/earlier";

export function EarlierSection({ isolates }: { isolates: EarlierIsolate[] }) {
  const { t } = useTexts();
  if (isolates.length === 0) return null;
  return (
    <Section id="earlier" title={t("section.earlier")}>
      <Earlier isolates={isolates} />
    </Section>
  );
}
