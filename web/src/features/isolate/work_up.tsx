// What to do next, from the explanation.
import type { Explanation } from "../../api/explanation";
import { useTexts } from "../../i18n/use_texts";
import { Section } from "../../ui/section";

export function WorkUpSection({ explanation }: { explanation: Explanation | null }) {
  const { t } = useTexts();
  const steps = explanation?.work_up ?? [];
  return (
    <Section id="work_up" title={t("section.work_up")}>
      {steps.length === 0 ? (
        <p>{t(explanation ? "work_up.none" : "reconciliation.none")}</p>
      ) : (
        <ul className="work-up">
          {steps.map((step) => (
            <li key={step.code}>{step.text}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
