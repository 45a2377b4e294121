// Copies of ribosomal RNA genes: how many were seen, and how many hold a mutation.
import type { Ribosomal } from "../../../api/analysis_findings";
import { useTexts } from "../../../i18n/use_texts";
import { Head, ScrollTable } from "../../../ui/scroll_table";
import { SubHeading } from "../../../ui/section";
import { alternative_text } from "../reads/read_words";
import { ribosomal_state_text } from "./finding_words";

export function RibosomalTable({ ribosomal = [] }: { ribosomal?: Ribosomal[] }) {
  const { t } = useTexts();
  if (ribosomal.length === 0) return null;
  // What was found, and what could not be judged, is not hidden.
  const calm = ribosomal.every(
    ({ state, positions }) => state === "assessed" && positions.length === 0,
  );
  return (
    <>
      <SubHeading>{t("genome.ribosomal")}</SubHeading>
      <details className="evidence" open={!calm}>
        <summary>{t("genome.ribosomal_genes", { count: ribosomal.length })}</summary>
        <ScrollTable
          label={t("genome.ribosomal")}
          caption={t("genome.ribosomal_caption")}
          className="small-table"
          head={
            <>
              <Head>{t("genome.gene")}</Head>
              <Head>{t("genome.copies")}</Head>
              <Head>{t("genome.state")}</Head>
              <Head>{t("genome.mutations")}</Head>
            </>
          }
        >
          {ribosomal.map((gene) => (
            <Row key={gene.gene} gene={gene} />
          ))}
        </ScrollTable>
      </details>
    </>
  );
}

function Row({ gene }: { gene: Ribosomal }) {
  const texts = useTexts();
  const { t } = texts;
  const found = gene.copies_found;
  const none = gene.state === "assessed" ? t("genome.no_mutations") : "–";
  return (
    <tr>
      <th scope="row">{gene.gene}</th>
      <td>
        {gene.copies_expected > 0
          ? t("genome.copies_of", { found, expected: gene.copies_expected })
          : t("genome.copies_unknown", { found })}
      </td>
      <td>{ribosomal_state_text(gene, texts)}</td>
      <td>
        {gene.positions.length === 0 && none}
        {gene.positions.map(({ symbol, mutant_copies, alternative_reads }) => (
          <div key={symbol}>
            {alternative_reads
              ? t("reads.mutant_copies", {
                  symbol,
                  mutant: mutant_copies,
                  expected: gene.copies_expected,
                  alternative: alternative_text(alternative_reads, texts),
                })
              : t("genome.mutant_copies", { symbol, mutant: mutant_copies, found })}
          </div>
        ))}
      </td>
    </tr>
  );
}
