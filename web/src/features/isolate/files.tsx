// The files as they were received, with their checksums.
import type { StoredFile } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";

export function FilesSection({ files }: { files: StoredFile[] }) {
  const { t, format } = useTexts();
  return (
    <Section id="files" title={t("section.files")}>
      {files.length === 0 ? (
        <p>{t("files.none")}</p>
      ) : (
        <ScrollTable
          label={t("section.files")}
          head={
            <>
              <Head>{t("files.name")}</Head>
              <Head number>{t("files.size")}</Head>
              <Head>SHA-256</Head>
            </>
          }
        >
          {files.map((file) => (
            <tr key={file.sha256 + file.name}>
              <th scope="row">{file.name}</th>
              <td className="number">{format.bytes(file.size)}</td>
              <td>
                <code className="digest">{file.sha256}</code>
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </Section>
  );
}
