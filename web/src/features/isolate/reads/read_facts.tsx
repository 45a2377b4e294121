// The reads in figures: all of them, and each file.
import type { ReadEvidence, ReadQuality } from "../../../api/analysis_reads";
import { useTexts } from "../../../i18n/use_texts";
import { Facts } from "../../../ui/facts";
import { Head, ScrollTable } from "../../../ui/scroll_table";
import { coded } from "../genome/finding_words";
import { percent_text } from "./read_words";

interface Props {
  quality: ReadQuality | undefined;
  evidence: ReadEvidence | undefined;
}

export function ReadFacts({ quality, evidence }: Props) {
  const texts = useTexts();
  const { t, format } = texts;
  const percent = (value: number | null | undefined) =>
    value == null ? "" : percent_text(value / 100, texts);
  const times = (value: number | null | undefined) =>
    value == null ? "" : `${format.number(value, value < 10 ? 1 : 0)}×`;
  const all = quality?.all;
  return (
    <>
      <Facts
        rows={[
          [t("reads.reads"), all ? format.number(all.reads) : ""],
          [t("reads.bases"), all ? format.bases(all.bases) : ""],
          [
            t("reads.length"),
            all ? `${format.number(all.mean_length)} (${all.shortest}–${all.longest}) bp` : "",
          ],
          [t("reads.mean_quality"), all ? format.number(all.mean_quality, 1) : ""],
          [t("reads.n50"), quality?.nanopore ? `${format.number(quality.all.n50)} bp` : ""],
          [t("reads.error_percent"), percent(quality?.error_percent)],
          [t("reads.q30"), percent(all?.q30_percent)],
          ["GC", percent(all?.gc)],
          [t("reads.unknown_bases"), percent(all?.n_percent)],
          [t("reads.adapter"), adapter_text()],
          [t("reads.insert"), insert_text()],
          [t("reads.estimated_depth"), times(quality?.estimated_depth)],
          [t("reads.single_copy_depth"), times(evidence?.single_copy_depth)],
          [
            t("reads.recruited"),
            evidence
              ? t("reads.placed", {
                  recruited: format.number(evidence.recruited),
                  placed: format.number(evidence.placed),
                })
              : "",
          ],
        ]}
      />
      {(quality?.notes ?? []).length > 0 && (
        <ul className="work-up">
          {quality?.notes.map((note) => <li key={note}>{coded("read_note", note, texts)}</li>)}
        </ul>
      )}
      {quality && quality.files.length > 0 && <Files files={quality.files} />}
    </>
  );

  function adapter_text(): string {
    const share = all?.adapter_percent;
    if (share == null) return "";
    return quality?.adapter ? `${percent(share)} (${quality.adapter})` : percent(share);
  }

  function insert_text(): string {
    if (quality?.insert_median == null) return "";
    const bases = (value: number | null) => format.number(value ?? 0);
    return `${bases(quality.insert_median)} (${bases(quality.insert_low)}–${bases(quality.insert_high)}) bp`;
  }
}

function Files({ files }: { files: ReadQuality["files"] }) {
  const texts = useTexts();
  const { t, code, format } = texts;
  return (
    <details className="evidence">
      <summary>{t("reads.files", { count: files.length })}</summary>
      <ScrollTable
        label={t("reads.files", { count: files.length })}
        head={
          <>
            <Head>{t("files.name")}</Head>
            <Head>{t("reads.mate")}</Head>
            <Head number>{t("reads.reads")}</Head>
            <Head number>{t("reads.bases")}</Head>
            <Head number>{t("reads.mean_quality")}</Head>
            <Head number>{t("reads.q30")}</Head>
          </>
        }
      >
        {files.map(({ file, mate, summary }) => (
          <tr key={`${file} ${mate}`}>
            <th scope="row">{file}</th>
            <td>{code("mate", mate)}</td>
            <td className="number">{format.number(summary.reads)}</td>
            <td className="number">{format.bases(summary.bases)}</td>
            <td className="number">{format.number(summary.mean_quality, 1)}</td>
            <td className="number">{percent_text(summary.q30_percent / 100, texts)}</td>
          </tr>
        ))}
      </ScrollTable>
    </details>
  );
}
