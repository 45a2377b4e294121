// The turnaround clock by segment, and the day on which a tube had grown.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { IsolateDetail } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { Facts } from "../../ui/facts";
import { Section } from "../../ui/section";
import { CultureDialog } from "../isolates/culture_dialog";
import { useSession } from "../session/session";

interface TurnaroundProps {
  isolate: IsolateDetail;
  reload: () => void;
}

export function TurnaroundSection({ isolate, reload }: TurnaroundProps) {
  const { t, code, format } = useTexts();
  const { clock } = isolate;
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
      {isolate.sample === "received" && <Culture isolate={isolate} reload={reload} />}
    </Section>
  );
}

function Culture({ isolate, reload }: TurnaroundProps) {
  const { t } = useTexts();
  const { person } = useSession();
  const [open, set_open] = useState(false);
  if (!person?.roles.some((role) => role === "bioengineer" || role === "microbiologist"))
    return null;
  return (
    <>
      <Button variant="tertiary" data-size="sm" onClick={() => set_open(true)}>
        {t(isolate.cultured ? "culture.correct" : "culture.record")}
      </Button>
      {open && (
        <CultureDialog
          items={[isolate]}
          close={() => {
            set_open(false);
            reload();
          }}
        />
      )}
    </>
  );
}
