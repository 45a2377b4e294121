// Quality control: what is out and to be decided, what is due, entry, charts and every result.
import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { quality_control, type QualityControl } from "../../api/quality_control";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { Choice } from "../../ui/choice";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import { Section } from "../../ui/section";
import { is_staff } from "../session/roles";
import { useSession } from "../session/session";
import { DueList } from "./due_list";
import { OutDays } from "./out_days";
import { QcCharts } from "./qc_charts";
import { QcEntry } from "./qc_entry";
import "../entry/entry.css";
import "./quality_control.css";
import { ResultsTable } from "./results_table";

const periods = ["30", "90", "365"];

function days_before(days: string): string {
  const day = new Date(Date.now() - Number(days) * 24 * 3600 * 1000);
  return day.toLocaleDateString("sv-SE", { timeZone: "Europe/Oslo" });
}

export default function QualityControlPage() {
  const { t, language } = useTexts();
  const { person } = useSession();
  const [period, set_period] = useState("30");
  const [round, set_round] = useState(0);
  const [said, set_said] = useState<string[] | null>(null);
  const from = days_before(period);
  const now = useResource(`${from}|${language}`, () => quality_control.list(from, language));
  const ranges = useResource(language, () => quality_control.ranges(language));
  const heading = useHeadingFocus(true);
  usePageTitle(t("qc.title"));
  const changed = (held: string[] | null = null) => {
    set_said(held);
    set_round((n) => n + 1);
    now.reload();
  };
  const staff = is_staff(person);
  const error = now.error ?? ranges.error;
  return (
    <div className="qc-page">
      <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
        {t("qc.title")}
      </Heading>
      <Paragraph>{t("qc.about")}</Paragraph>
      {error !== null && <ErrorPanel error={error} retry={now.reload} />}
      {!error && !(now.data && ranges.data) && <Loading />}
      {now.data && (
        <>
          <p role="status" className="subtle">
            {summary(now.data)}
          </p>
          <Section id="out" title={t("qc.out_title")}>
            <OutDays days={now.data.days} results={now.data.results} changed={() => changed()} />
          </Section>
          <Section id="due" title={t("qc.due_title")}>
            <DueList due={now.data.due} />
          </Section>
        </>
      )}
      {now.data && ranges.data && staff && (
        <Section
          id="enter"
          title={t("qc.enter_title")}
          aside={<span className="subtle">{ranges.data.version}</span>}
        >
          {said && (
            <p role="status" className="entered-said">
              {t("qc.saved")} {said.length > 0 && t("qc.saved_held", { isolates: said.join(", ") })}
            </p>
          )}
          <QcEntry strains={ranges.data.strains} now={now.data} saved={changed} />
        </Section>
      )}
      {now.data && (
        <>
          <Section
            id="charts"
            title={t("qc.chart_title")}
            aside={
              <Choice
                label={t("qc.period")}
                value={period}
                options={periods.map((days) => [days, t("qc.days", { count: Number(days) })])}
                choose={set_period}
              />
            }
          >
            <QcCharts from={from} round={round} />
          </Section>
          <Section id="results" title={t("qc.results")}>
            <ResultsTable results={now.data.results} changed={() => changed()} />
          </Section>
        </>
      )}
    </div>
  );

  function summary({ days, due }: QualityControl): string {
    const waiting = days.filter(({ verdict }) => verdict === "undecided").length;
    return `${t("qc.waiting", { count: waiting })} ${t("qc.due_count", { count: due.length })}`;
  }
}
