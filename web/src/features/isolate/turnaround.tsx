// The turnaround clock by segment.
import type { Clock } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { Facts } from "../../ui/facts";
import { Section } from "../../ui/section";

export function TurnaroundSection({ clock }: { clock: Clock }) {
  const { t, code, format } = useTexts();
  return (
    <Section id="turnaround" title={t("section.turnaround")}>
      <Facts
        rows={[
          [t("turnaround.received"), format.day(clock.received)],
          [t("turnaround.due"), format.day(clock.due)],
          [t("turnaround.working_days"), String(clock.working_days_used)],
        ]}
      />
      {clock.segments.length > 0 && (
        <ol className="segments">
          {clock.segments.map((segment) => (
            <li key={segment.name}>
              <span>{code("segment", segment.name)}</span>
              <span className="subtle">
                {segment.end
                  ? t("turnaround.days", { count: segment.days })
                  : t("turnaround.under_way", { count: segment.days })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
