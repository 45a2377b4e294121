// The genes and mutations found; acquired ones first, intrinsic ones apart, broken ones called broken.
import type { Determinant } from "../../../api/analysis";
import { determinant_row } from "../../../charts/gene_map/genes";
import { useTexts } from "../../../i18n/use_texts";
import { Mark } from "../../../ui/mark";
import { Head, ScrollTable } from "../../../ui/scroll_table";
import { SubHeading } from "../../../ui/section";
import { place_words } from "./finding_words";
import { FromReads } from "./from_reads";
import { GeneMore } from "./gene_more";
import { function_text, gives_no_resistance, status_of_allele } from "./words";

interface Numbered {
  determinant: Determinant;
  index: number; // in the analysis: ties the row to the gene map
}

export function DeterminantTables({ determinants }: { determinants: Determinant[] }) {
  const { t } = useTexts();
  const numbered = determinants.map((determinant, index) => ({ determinant, index }));
  const found = numbered
    .filter(({ determinant }) => !determinant.intrinsic)
    .sort((a, b) => rank(a.determinant) - rank(b.determinant));
  const intrinsic = numbered.filter(({ determinant }) => determinant.intrinsic);
  return (
    <>
      <SubHeading>{t("genome.acquired")}</SubHeading>
      {found.length > 0 ? (
        <Table label={t("genome.acquired")} rows={found} />
      ) : (
        <p>{t("genome.none_acquired")}</p>
      )}
      {intrinsic.length > 0 && (
        <>
          <SubHeading>{t("genome.intrinsic")}</SubHeading>
          <Table
            label={t("genome.intrinsic")}
            rows={intrinsic}
            caption={t("genome.intrinsic_note")}
          />
        </>
      )}
    </>
  );
}

// Critical genes first, those that do nothing last; the order of the genome within.
function rank(determinant: Determinant): number {
  if (gives_no_resistance(determinant)) return 2;
  return determinant.critical_family ? 0 : 1;
}

function Table({ label, rows, caption }: { label: string; rows: Numbered[]; caption?: string }) {
  const { t } = useTexts();
  return (
    <ScrollTable
      label={label}
      caption={caption}
      className="determinants"
      head={
        <>
          <Head>{t("genome.gene")}</Head>
          <Head>{t("genome.class")}</Head>
          <Head>{t("genome.allele")}</Head>
          <Head>{t("genome.function")}</Head>
          <Head>{t("genome.place")}</Head>
        </>
      }
    >
      {rows.map(({ determinant, index }) => (
        <Row key={index} determinant={determinant} index={index} />
      ))}
    </ScrollTable>
  );
}

function Row({ determinant, index }: Numbered) {
  const texts = useTexts();
  const { t, code, format } = texts;
  const classes = determinant.class ? determinant.class.split(/, |\//) : [];
  const broken = gives_no_resistance(determinant);
  const place = place_words(determinant.context, texts);
  return (
    <tr id={determinant_row(index)} tabIndex={-1} className={broken ? "broken" : undefined}>
      <th scope="row">
        <span className="gene">{determinant.symbol}</span>
      </th>
      <td>
        {classes.map((name) => code("class", name)).join(", ")}
        {determinant.critical_family && (
          <>
            {" "}
            <Mark tone={broken ? "neutral" : "danger"}>
              {code("critical_family", determinant.critical_family)}
            </Mark>
          </>
        )}
      </td>
      <td>
        {status_of_allele(determinant, texts)}
        <FromReads determinant={determinant} />
        <GeneMore determinant={determinant} />
      </td>
      <td>
        {broken && <Mark>{t("genome.broken")}</Mark>}
        {determinant.minor && <Mark tone="attention">{t("reads.minor")}</Mark>}
        <div>{function_text(determinant, texts)}</div>
        {determinant.trace && <Mark tone="attention">{t("genome.trace")}</Mark>}
        {determinant.contig_end && <Mark tone="attention">{t("genome.contig_end")}</Mark>}
      </td>
      <td className="nowrap">
        {determinant.contig}
        <br />
        {format.number(determinant.start)}–{format.number(determinant.end)} ({determinant.strand})
        {place && <span className="subtle method">{place}</span>}
      </td>
    </tr>
  );
}
