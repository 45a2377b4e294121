// Chromosomal genes whose loss or change matters, with their state.
import type { Target } from "../../../api/analysis";
import { target_row } from "../../../charts/gene_map/genes";
import { useTexts } from "../../../i18n/use_texts";
import { Head, ScrollTable } from "../../../ui/scroll_table";
import { reason_text } from "./words";

export function TargetTable({ targets }: { targets: Target[] }) {
  const texts = useTexts();
  const { t, code, format } = texts;
  if (targets.length === 0) return <p>{t("genome.no_targets")}</p>;
  return (
    <ScrollTable
      label={t("genome.targets")}
      className="targets"
      head={
        <>
          <Head>{t("genome.gene")}</Head>
          <Head>{t("genome.state")}</Head>
          <Head>{t("genome.changes")}</Head>
          <Head>{t("genome.place")}</Head>
        </>
      }
    >
      {targets.map((target, index) => (
        <tr key={index} id={target_row(index)} tabIndex={-1}>
          <th scope="row">
            <span className="gene">{target.gene}</span>
          </th>
          <td>
            {[code("target_state", target.state), reason_text(target.detail, texts)]
              .filter(Boolean)
              .join(": ")}
            {target.depth !== undefined && (
              <span className="subtle method">
                {t("reads.at_depth", { depth: format.number(target.depth) })}
              </span>
            )}
          </td>
          <td>{target.changes.join(", ") || "–"}</td>
          <td className="nowrap">
            {target.contig && (
              <>
                {target.contig} {format.number(target.start)}–{format.number(target.end)} (
                {target.strand})
              </>
            )}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
