// The plot of depth by locus, and its table.
import type { ReadEvidence } from "../../../api/analysis_reads";
import { DepthPlot } from "../../../charts/depth_plot";
import { useTexts } from "../../../i18n/use_texts";
import { Head, ScrollTable } from "../../../ui/scroll_table";

export function DepthByLocus({ evidence }: { evidence: ReadEvidence }) {
  const { t, code, format } = useTexts();
  const { loci, single_copy_depth } = evidence;
  return (
    <>
      <DepthPlot
        bars={loci.map(({ locus, depth, single_copy }) => ({ name: locus, depth, single_copy }))}
        single_copy_depth={single_copy_depth}
        label={t("reads.depth_plot")}
        x_name={t("reads.loci")}
        y_name={t("reads.depth")}
        format={(value) => format.number(value)}
      />
      <details className="evidence">
        <summary>{t("reads.as_table")}</summary>
        <ScrollTable
          label={t("reads.depth_by_locus")}
          head={
            <>
              <Head>{t("reads.locus")}</Head>
              <Head number>{t("reads.depth")}</Head>
              <Head number>{t("reads.lowest")}</Head>
              <Head>{t("reads.single_copy")}</Head>
              <Head>{t("genome.place")}</Head>
            </>
          }
        >
          {loci.map((locus, row) => (
            <tr key={row}>
              <th scope="row">{locus.locus}</th>
              <td className="number">{format.number(locus.depth, 1)}×</td>
              <td className="number">{format.number(locus.lowest)}×</td>
              <td>{code("yes_no", locus.single_copy ? "yes" : "no")}</td>
              <td className="nowrap">
                {locus.contig} {format.number(locus.start)}–{format.number(locus.end)}
              </td>
            </tr>
          ))}
        </ScrollTable>
      </details>
    </>
  );
}
