// Sending files of an isolate: what is under way, what was left unfinished, and a new one.
import { useState } from "react";
import { uploads } from "../../../api/resources";
import type { Upload } from "../../../api/types";
import { useResource } from "../../../api/use_resource";
import { useTexts } from "../../../i18n/use_texts";
import { ErrorPanel } from "../../../ui/error_panel";
import { SubHeading } from "../../../ui/section";
import { NewUpload } from "./new_upload";
import "./upload.css";
import { UploadProgress } from "./upload_progress";

interface Props {
  accession: string;
  reload: () => void; // of the isolate
}

interface Started {
  upload: Upload;
  files: File[];
}

export function UploadPanel({ accession, reload }: Props) {
  const { t } = useTexts();
  const [started, set_started] = useState<Started[]>([]);
  const [begun, set_begun] = useState(0); // each time the form starts afresh, closed
  const [said, set_said] = useState("");
  const open = useResource(accession, () => uploads.open_of(accession));
  const left = (open.data?.items ?? []).filter(
    ({ id }) => !started.some(({ upload }) => upload.id === id),
  );
  const ended = (id: number) => {
    set_started((old) => old.filter(({ upload }) => upload.id !== id));
    set_said(t("upload.ended"));
    open.reload();
    reload();
  };
  return (
    <>
      <SubHeading>{t("upload.title")}</SubHeading>
      {open.error !== null && <ErrorPanel error={open.error} retry={open.reload} />}
      {started.map(({ upload, files }) => (
        <UploadProgress
          key={upload.id}
          begun={upload}
          files={files}
          ended={() => ended(upload.id)}
        />
      ))}
      {left.map((upload) => (
        <UploadProgress
          key={upload.id}
          begun={upload}
          files={null}
          ended={() => ended(upload.id)}
        />
      ))}
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <details key={begun} className="evidence">
        <summary>{t("upload.new")}</summary>
        <NewUpload
          accession={accession}
          begun={(upload, files) => {
            set_started((old) => [...old, { upload, files }]);
            set_begun((count) => count + 1);
          }}
        />
      </details>
    </>
  );
}
