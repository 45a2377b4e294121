// The plasmid replicons, folded: what carries a critical gene is said with the gene.
import type { Replicon } from "../../../api/analysis_findings";
import { useTexts } from "../../../i18n/use_texts";
import { Head, ScrollTable } from "../../../ui/scroll_table";
import { SubHeading } from "../../../ui/section";
import { Place } from "./place";

export function RepliconTable({ replicons = [] }: { replicons?: Replicon[] }) {
  const { t, format } = useTexts();
  if (replicons.length === 0) return null;
  return (
    <>
      <SubHeading>{t("genome.replicons")}</SubHeading>
      <details className="evidence">
        <summary>
          {t("genome.replicons_found", { count: replicons.length })}:{" "}
          {[...new Set(replicons.map(({ name }) => name))].join(", ")}
        </summary>
        <ScrollTable
          label={t("genome.replicons")}
          caption={t("genome.replicons_caption")}
          className="small-table"
          head={
            <>
              <Head>{t("genome.replicon")}</Head>
              <Head number>{t("genome.identity")}</Head>
              <Head number>{t("genome.coverage")}</Head>
              <Head>{t("genome.place")}</Head>
            </>
          }
        >
          {replicons.map((replicon, index) => (
            <tr key={index}>
              <th scope="row">{replicon.name}</th>
              <td className="number">{format.number(replicon.identity, 1)} %</td>
              <td className="number">{format.number(replicon.coverage, 1)} %</td>
              <td className="nowrap">
                <Place at={replicon} />
              </td>
            </tr>
          ))}
        </ScrollTable>
      </details>
    </>
  );
}
