// One series at a time as a Levey-Jennings chart, and as a table with the same numbers.
import { useState } from "react";
import { quality_control, type QcSeries } from "../../api/quality_control";
import { useResource } from "../../api/use_resource";
import { LeveyJennings, PointMark } from "../../charts/levey_jennings";
import { value_at } from "../../charts/levey_scale";
import { useTexts } from "../../i18n/use_texts";
import { Choice } from "../../ui/choice";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { Mark } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { tone_of_qc } from "./qc_tone";

const key_of = (one: QcSeries) => `${one.strain}|${one.agent}|${one.method}|${one.disk_ug}`;

interface Props {
  from: string;
  round: number; // changes whenever results do
}

export function QcCharts({ from, round }: Props) {
  const { t, code, language } = useTexts();
  const charts = useResource(`${from}|${language}|${round}`, () =>
    quality_control.charts(from, language),
  );
  const [chosen, set_chosen] = useState("");
  const all = charts.data?.series ?? [];
  const series = all.find((one) => key_of(one) === chosen) ?? most_in_need(all);
  return (
    <>
      {charts.error !== null && <ErrorPanel error={charts.error} retry={charts.reload} />}
      {!charts.data && charts.loading && <Loading />}
      {charts.data && !series && <p>{t("qc.no_results")}</p>}
      {series && (
        <>
          <Choice
            label={t("qc.series")}
            value={key_of(series)}
            options={all.map((one) => [
              key_of(one),
              `${one.strain}, ${one.agent_name}, ${code("method", one.method)}${one.disk_ug && ` ${one.disk_ug} µg`}`,
            ])}
            choose={set_chosen}
          />
          <Chart series={series} />
        </>
      )}
    </>
  );
}

// What is out is shown first.
function most_in_need(all: QcSeries[]): QcSeries | undefined {
  return all.find(({ points }) => points.some(({ state }) => state === "out")) ?? all[0];
}

function Chart({ series }: { series: QcSeries }) {
  const { t, code, format } = useTexts();
  const { points } = series;
  const out = points.filter(({ state }) => state === "out").length;
  const name = t("qc.chart_of", {
    strain: series.strain,
    agent: series.agent_name,
    count: points.length,
    out,
  });
  const value = (place: number | null) =>
    place === null ? "" : format.measured(`${value_at(place, series.scale)} ${series.unit}`);
  return (
    <figure className="qc-chart">
      <figcaption>
        {t("qc.limits", { low: value(series.low) || "–", high: value(series.high) || "–" })}{" "}
        <span className="subtle">
          {t(series.target_is_published ? "qc.target_published" : "qc.target_middle")}
        </span>
      </figcaption>
      <Legend />
      <div className="scroll" role="region" tabIndex={0} aria-label={name}>
        <LeveyJennings
          series={series}
          label={name}
          y_name={series.unit}
          day={format.day}
          measured={format.measured}
        />
      </div>
      <details>
        <summary>{t("qc.as_table", { count: points.length })}</summary>
        <ScrollTable
          label={name}
          head={
            <>
              <Head>{t("qc.column.day")}</Head>
              <Head number>{t("qc.column.value")}</Head>
              <Head>{t("qc.column.reading")}</Head>
              <Head>{t("qc.column.rules")}</Head>
              <Head>{t("qc.column.lot")}</Head>
            </>
          }
        >
          {points.map((point) => (
            <tr key={point.result}>
              <th scope="row">{format.day(point.day)}</th>
              <td className="number">{format.measured(point.text)}</td>
              <td>
                <Mark tone={tone_of_qc(point.state)}>{code("qc_state", point.state)}</Mark>
              </td>
              <td>{point.rules.map((rule) => code("qc_rule", rule)).join(", ")}</td>
              <td>{point.lot}</td>
            </tr>
          ))}
        </ScrollTable>
      </details>
    </figure>
  );
}

function Legend() {
  const { t, code } = useTexts();
  const shown = [
    { name: code("qc_state", "in"), point: { state: "in" as const, rules: [] } },
    { name: code("qc_state", "out"), point: { state: "out" as const, rules: [] } },
    { name: code("qc_state", "undecided"), point: { state: "undecided" as const, rules: [] } },
    { name: t("qc.breaks_rule"), point: { state: "in" as const, rules: ["trend" as const] } },
  ];
  return (
    <ul className="levey-legend" aria-hidden="true">
      {shown.map(({ name, point }) => (
        <li key={name}>
          <svg width={18} height={18}>
            <PointMark point={point} x={9} y={9} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
