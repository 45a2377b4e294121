// What happened to a place, the newest first.
import type { PlaceDetail } from "../../api/bank";
import { useTexts } from "../../i18n/use_texts";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";

export function PlaceEvents({ events }: { events: PlaceDetail["events"] }) {
  const { t, code, format } = useTexts();
  return (
    <Section id="events" title={t("bank.events")}>
      <ScrollTable
        label={t("bank.events")}
        head={
          <>
            <Head>{t("bank.when")}</Head>
            <Head>{t("bank.event")}</Head>
            <Head>{t("bank.details")}</Head>
            <Head>{t("bank.by")}</Head>
          </>
        }
      >
        {events.map((event) => (
          <tr key={event.id}>
            <td className="nowrap">{format.moment(event.at)}</td>
            <td>{code("storage_event", event.kind)}</td>
            <td>
              {[
                event.celsius !== null && `${format.number(event.celsius, 1)} °C`,
                event.minutes !== null && `${event.minutes} min`,
                event.to && `${event.from} → ${event.to}`,
                event.comment,
              ]
                .filter(Boolean)
                .join(" · ")}
            </td>
            <td>{event.person}</td>
          </tr>
        ))}
      </ScrollTable>
    </Section>
  );
}
