// Foreign bases in or before genes, folded, with what speaks for a mobile element.
import type { Insertion } from "../../../api/analysis_findings";
import { useTexts } from "../../../i18n/use_texts";
import { Head, ScrollTable } from "../../../ui/scroll_table";
import { SubHeading } from "../../../ui/section";
import { insertion_text } from "./finding_words";
import { Place } from "./place";

export function InsertionTable({ insertions = [] }: { insertions?: Insertion[] }) {
  const { t } = useTexts();
  if (insertions.length === 0) return null;
  return (
    <>
      <SubHeading>{t("genome.insertions")}</SubHeading>
      <details className="evidence">
        <summary>
          {t("genome.insertions_found", { count: insertions.length })}:{" "}
          {[...new Set(insertions.map(({ gene }) => gene))].join(", ")}
        </summary>
        <ScrollTable
          label={t("genome.insertions")}
          caption={t("genome.insertions_caption")}
          className="small-table"
          head={
            <>
              <Head>{t("genome.gene")}</Head>
              <Head>{t("genome.insertion")}</Head>
              <Head number>{t("genome.copies")}</Head>
              <Head number>{t("genome.inverted_repeat")}</Head>
              <Head number>{t("genome.target_duplication")}</Head>
              <Head>{t("genome.place")}</Head>
            </>
          }
        >
          {insertions.map((insertion, index) => (
            <Row key={index} insertion={insertion} />
          ))}
        </ScrollTable>
      </details>
    </>
  );
}

function Row({ insertion }: { insertion: Insertion }) {
  const texts = useTexts();
  const { format } = texts;
  const bases = (count: number) => (count > 0 ? format.bases(count) : "–");
  return (
    <tr>
      <th scope="row">
        <span className="gene">{insertion.gene}</span>
      </th>
      <td>{insertion_text(insertion, texts)}</td>
      <td className="number">{format.number(insertion.copies)}</td>
      <td className="number">{bases(insertion.inverted_repeat)}</td>
      <td className="number">{bases(insertion.target_duplication)}</td>
      <td className="nowrap">
        <Place at={insertion} />
      </td>
    </tr>
  );
}
