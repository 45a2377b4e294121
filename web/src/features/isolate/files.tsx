// The files as they were received, with their checksums, and the sending of more.
import type { IsolateDetail } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";
import { UploadPanel } from "./upload/upload_panel";

export function FilesSection({ isolate, reload }: { isolate: IsolateDetail; reload: () => void }) {
  const { t } = useTexts();
  return (
    <Section id="files" title={t("section.files")}>
      {isolate.files.length === 0 ? <p>{t("files.none")}</p> : <Files files={isolate.files} />}
      <UploadPanel accession={isolate.accession} reload={reload} />
    </Section>
  );
}

function Files({ files }: { files: IsolateDetail["files"] }) {
  const { t, code, format } = useTexts();
  return (
    <ScrollTable
      label={t("section.files")}
      className="file-table"
      caption={t("files.caption")}
      head={
        <>
          <Head>{t("files.name")}</Head>
          <Head>{t("files.kind")}</Head>
          <Head number>{t("files.delivery")}</Head>
          <Head number>{t("files.size")}</Head>
          <Head>SHA-256</Head>
        </>
      }
    >
      {files.map((file) => (
        <tr key={file.sha256 + file.name}>
          <th scope="row">{file.name}</th>
          <td>
            {code("file_role", file.role)}
            {file.lane > 1 && ` ${t("files.lane", { lane: file.lane })}`}
          </td>
          <td className="number">{file.delivery}</td>
          <td className="number">{format.bytes(file.size)}</td>
          <td>
            <code className="digest">{file.sha256}</code>
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
