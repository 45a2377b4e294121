// Catalogued positions at which reads do not agree, or that too few of them cover.
import type { ReadEvidence, SiteFraction } from "../../../api/analysis_reads";
import { useTexts } from "../../../i18n/use_texts";
import { Mark } from "../../../ui/mark";
import { Head, ScrollTable } from "../../../ui/scroll_table";
import { SubHeading } from "../../../ui/section";
import { alternative_text } from "./read_words";

interface Props {
  fractions: SiteFraction[];
  evidence: ReadEvidence | undefined;
}

export function FractionTable({ fractions, evidence }: Props) {
  const texts = useTexts();
  const { t, code, format } = texts;
  if (!evidence && fractions.length === 0) return null;
  return (
    <>
      <SubHeading>{t("reads.fractions")}</SubHeading>
      {evidence && (
        <p>
          {t("reads.sites", {
            assessed: format.number(evidence.sites_assessed),
            sites: format.number(evidence.sites),
          })}
        </p>
      )}
      {fractions.length > 0 && (
        <ScrollTable
          label={t("reads.fractions")}
          head={
            <>
              <Head>{t("reads.mutation")}</Head>
              <Head>{t("genome.state")}</Head>
              <Head>{t("reads.share")}</Head>
              <Head>{t("genome.place")}</Head>
            </>
          }
        >
          {fractions.map((site, row) => (
            <tr key={row}>
              <th scope="row">{site.symbol}</th>
              <td>
                <Mark tone={site.state === "called" ? "attention" : "neutral"}>
                  {code("site_state", site.state)}
                </Mark>
              </td>
              <td>
                {site.state === "not_assessable" && site.alternative_reads.reads === 0
                  ? "–"
                  : alternative_text(site.alternative_reads, texts)}
              </td>
              <td className="nowrap">
                {site.contig} {format.number(site.position)}
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </>
  );
}
