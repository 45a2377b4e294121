// Whether each van cluster can work, why, and folded the genes that say so.
import type { Analysis } from "../../../api/analysis";
import type { VanGene, VanOperon } from "../../../api/analysis_findings";
import { useTexts } from "../../../i18n/use_texts";
import { Mark, type Tone } from "../../../ui/mark";
import { Head, ScrollTable } from "../../../ui/scroll_table";
import { SubHeading } from "../../../ui/section";
import { determinant_of } from "./critical";
import { place_words, van_gene_text, van_reason_text } from "./finding_words";
import { Place } from "./place";

// A silent cluster is no comfort: it may be switched on.
const tone_of: Record<VanOperon["verdict"], Tone> = {
  FUNCTIONAL: "danger",
  SILENT: "attention",
  INCOMPLETE: "neutral",
  NOT_ASSESSABLE: "attention",
};

export function VanOperons({ analysis }: { analysis: Analysis }) {
  const { t } = useTexts();
  const operons = analysis.van_operons ?? [];
  if (operons.length === 0) return null;
  return (
    <>
      <SubHeading>{t("genome.van")}</SubHeading>
      {operons.map((operon, index) => (
        <Operon key={index} operon={operon} analysis={analysis} />
      ))}
    </>
  );
}

function Operon({ operon, analysis }: { operon: VanOperon; analysis: Analysis }) {
  const texts = useTexts();
  const { t, code } = texts;
  const determinant = determinant_of(operon, analysis);
  const place = determinant ? place_words(determinant.context, texts) : "";
  return (
    <div className="finding">
      <p>
        <strong className="gene">{operon.type}</strong>{" "}
        <Mark tone={operon.intrinsic ? "neutral" : tone_of[operon.verdict]}>
          {code("van_verdict", operon.verdict)}
        </Mark>{" "}
        {[place, operon.intrinsic ? t("genome.van_natural") : ""].filter(Boolean).join(", ")}
      </p>
      <p>{code("van_meaning", operon.verdict)}</p>
      {operon.reasons.length > 0 && (
        <ul className="work-up">
          {operon.reasons.map((reason) => (
            <li key={reason}>{van_reason_text(reason, texts)}</li>
          ))}
        </ul>
      )}
      <details className="evidence">
        <summary>
          <span className="visually-hidden">{operon.type}: </span>
          {t("genome.van_genes", { count: operon.genes.length })}
        </summary>
        <Genes operon={operon} />
      </details>
    </div>
  );
}

function Genes({ operon }: { operon: VanOperon }) {
  const { t } = useTexts();
  return (
    <ScrollTable
      label={operon.type}
      caption={t("genome.van_caption")}
      className="small-table"
      head={
        <>
          <Head>{t("genome.gene")}</Head>
          <Head>{t("genome.role")}</Head>
          <Head>{t("genome.function")}</Head>
          <Head>{t("genome.place")}</Head>
        </>
      }
    >
      {operon.genes.map((gene, index) => (
        <GeneRow key={index} gene={gene} />
      ))}
    </ScrollTable>
  );
}

function GeneRow({ gene }: { gene: VanGene }) {
  const texts = useTexts();
  return (
    <tr>
      <th scope="row">
        <span className="gene">{gene.gene}</span>
      </th>
      <td>{texts.code("van_role", gene.role)}</td>
      <td>{van_gene_text(gene, texts)}</td>
      <td className="nowrap">{gene.contig && gene.start > 0 ? <Place at={gene} /> : "–"}</td>
    </tr>
  );
}
