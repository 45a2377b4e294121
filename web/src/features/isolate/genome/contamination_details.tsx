// Loci that stand twice and contigs of another species, folded.
import type { Contamination, ForeignContig } from "../../../api/analysis";
import { useTexts } from "../../../i18n/use_texts";
import { Head, ScrollTable } from "../../../ui/scroll_table";

export function ContaminationDetails({ contamination }: { contamination: Contamination }) {
  const { t, format } = useTexts();
  const { loci_twice = [], foreign_contigs = [], foreign_contigs_percent = 0 } = contamination;
  if (loci_twice.length === 0 && foreign_contigs.length === 0) return null;
  const percent = format.number(foreign_contigs_percent, 1);
  return (
    <details className="evidence">
      <summary>{t("genome.contamination_details")}</summary>
      {loci_twice.length > 0 && (
        <p>
          {t("genome.loci_twice")}: {loci_twice.join("; ")}
        </p>
      )}
      {foreign_contigs.length > 0 && (
        <ScrollTable
          label={t("genome.foreign_contigs")}
          caption={`${t("genome.foreign_contigs")}: ${t("genome.foreign_contigs_caption", { percent })}`}
          className="small-table"
          head={
            <>
              <Head>{t("genome.contig")}</Head>
              <Head number>{t("genome.length")}</Head>
              <Head>{t("genome.species")}</Head>
              <Head number>{t("genome.share")}</Head>
            </>
          }
        >
          {foreign_contigs.map((contig) => (
            <Row key={contig.contig} contig={contig} />
          ))}
        </ScrollTable>
      )}
    </details>
  );
}

function Row({ contig }: { contig: ForeignContig }) {
  const { format } = useTexts();
  return (
    <tr>
      <th scope="row">{contig.contig}</th>
      <td className="number">{format.bases(contig.length)}</td>
      <td>
        <em>{contig.species}</em>
      </td>
      <td className="number">
        {format.number(contig.percent)} % ({format.number(contig.sampled)})
      </td>
    </tr>
  );
}
