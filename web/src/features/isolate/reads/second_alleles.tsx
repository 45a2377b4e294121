// Signs of a second strain in reads: single-copy loci with two alleles, and places of a second genome.
import type { Contamination } from "../../../api/analysis";
import { useTexts } from "../../../i18n/use_texts";
import { Head, ScrollTable } from "../../../ui/scroll_table";
import { SubHeading } from "../../../ui/section";
import { alternative_text, share_text } from "./read_words";

export function SecondAlleles({ contamination }: { contamination: Contamination }) {
  const texts = useTexts();
  const { t, format } = texts;
  const { loci_assessed, second_alleles = [], second_genome, minor_fraction } = contamination;
  if (loci_assessed === undefined && second_alleles.length === 0) return null;
  return (
    <>
      <SubHeading>{t("reads.second_alleles")}</SubHeading>
      <p>
        {t("reads.second_alleles_found", {
          found: format.number(second_alleles.length),
          assessed: format.number(loci_assessed ?? 0),
        })}{" "}
        {second_genome !== undefined &&
          t("reads.second_genome_found", {
            own: format.number(second_genome.sites),
            second: format.number(second_genome.second_sites),
          })}{" "}
        {minor_fraction !== undefined &&
          t("reads.minor_fraction", {
            share: share_text(
              minor_fraction,
              contamination.minor_fraction_low,
              contamination.minor_fraction_high,
              texts,
            ),
          })}
      </p>
      {second_alleles.length > 0 && (
        <ScrollTable
          label={t("reads.second_alleles")}
          head={
            <>
              <Head>{t("reads.locus")}</Head>
              <Head>{t("reads.share")}</Head>
            </>
          }
        >
          {second_alleles.map(({ locus, alternative_reads }) => (
            <tr key={locus}>
              <th scope="row">{locus}</th>
              <td>{alternative_text(alternative_reads, texts)}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </>
  );
}
