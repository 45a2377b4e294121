// The plot of quality by cycle, and its table.
import type { ReadQuality } from "../../../api/analysis_reads";
import { binned } from "../../../charts/plot_scale";
import { QualityPlot } from "../../../charts/quality_plot";
import { useTexts } from "../../../i18n/use_texts";
import { Head, ScrollTable } from "../../../ui/scroll_table";

const cycles_a_row = 10;

export function QualityByCycle({ mates }: { mates: ReadQuality["mates"] }) {
  const { t, code, format } = useTexts();
  const lines = mates.map(({ mate, quality_by_cycle }) => ({
    name: code("mate", mate),
    values: quality_by_cycle,
  }));
  const bins = lines.map(({ values }) => binned(values, cycles_a_row));
  const longest = bins.reduce((a, b) => (b.length > a.length ? b : a), bins[0] ?? []);
  return (
    <>
      <QualityPlot
        lines={lines}
        label={t("reads.quality_plot")}
        x_name={t("reads.cycle")}
        y_name={t("reads.quality")}
        format={(value) => format.number(value)}
      />
      <details className="evidence">
        <summary>{t("reads.as_table")}</summary>
        <ScrollTable
          label={t("reads.quality_by_cycle")}
          head={
            <>
              <Head>{t("reads.cycle")}</Head>
              {lines.map(({ name }) => (
                <Head key={name} number>
                  {name}
                </Head>
              ))}
            </>
          }
        >
          {longest.map(({ first, last }, row) => (
            <tr key={first}>
              <th scope="row">{first === last ? first : `${first}–${last}`}</th>
              {bins.map((of_mate, i) => (
                <td key={i} className="number">
                  {of_mate[row] ? format.number(of_mate[row].mean, 1) : "–"}
                </td>
              ))}
            </tr>
          ))}
        </ScrollTable>
      </details>
    </>
  );
}
