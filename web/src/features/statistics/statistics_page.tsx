// How long answers take: the target, the months as bars, and the same by group and by segment.
import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useId, useState } from "react";
import { statistics, type TurnaroundReport } from "../../api/statistics";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import "../../ui/field.css";
import { Loading } from "../../ui/loading";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import { Section } from "../../ui/section";
import { MonthBars } from "./month_bars";
import "./statistics.css";
import { TimesTable } from "./times_table";

const choices = [3, 12, 24, 60];

export default function StatisticsPage() {
  const { t, code } = useTexts();
  const id = useId();
  const [months, set_months] = useState(12);
  const report = useResource(`turnaround ${months}`, () => statistics.report(months));
  const heading = useHeadingFocus(true);
  usePageTitle(t("statistics.title"));
  return (
    <>
      <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
        {t("statistics.title")}
      </Heading>
      <div className="field statistics-span">
        <label htmlFor={id}>{t("statistics.span")}</label>
        <select id={id} value={months} onChange={({ target }) => set_months(Number(target.value))}>
          {choices.map((count) => (
            <option key={count} value={count}>
              {t("statistics.months", { count })}
            </option>
          ))}
        </select>
      </div>
      {report.error !== null && <ErrorPanel error={report.error} retry={report.reload} />}
      {!report.data && report.loading && <Loading />}
      {report.data && report.data.all.answers === 0 && <p>{t("statistics.none")}</p>}
      {report.data && report.data.all.answers > 0 && (
        <>
          <Headline report={report.data} />
          <Section id="months" title={t("statistics.by_month")}>
            <MonthBars rows={report.data.months} target={report.data.target_days} />
            <TimesTable
              label={t("statistics.by_month")}
              rows={report.data.months}
              name_of={(name) => name}
              with_target
            />
          </Section>
          <Section id="groups" title={t("statistics.by_group")}>
            <TimesTable
              label={t("statistics.by_group")}
              rows={report.data.groups}
              name_of={(name) => name}
              with_target
            />
          </Section>
          <Section id="segments" title={t("statistics.by_segment")}>
            <p>{t("statistics.segments_about")}</p>
            <TimesTable
              label={t("statistics.by_segment")}
              rows={report.data.segments}
              name_of={(name) => code("segment", name)}
            />
          </Section>
        </>
      )}
    </>
  );
}

function Headline({ report }: { report: TurnaroundReport }) {
  const { t, format } = useTexts();
  const { all, target_days } = report;
  return (
    <Paragraph className="statistics-headline" role="status">
      {t(all.mean_days <= target_days ? "statistics.kept" : "statistics.missed", {
        mean: format.number(all.mean_days, 1),
        target: target_days,
        within: all.within_target,
        count: all.answers,
      })}
    </Paragraph>
  );
}
