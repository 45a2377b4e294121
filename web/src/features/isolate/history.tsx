// What happened to the isolate, when and by whom.
import type { HistoryEvent } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { Section } from "../../ui/section";

export function HistorySection({ events }: { events: HistoryEvent[] }) {
  const { t, code, format } = useTexts();
  return (
    <Section id="history" title={t("section.history")}>
      {events.length === 0 ? (
        <p>{t("history.none")}</p>
      ) : (
        <ol className="history">
          {events.map((event, index) => (
            <li key={index}>
              <time dateTime={event.time}>{format.moment(event.time)}</time>
              <span>
                {code("event", event.event)} <span className="subtle">{event.detail}</span>
              </span>
              <span className="subtle">{code("person", event.person)}</span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
