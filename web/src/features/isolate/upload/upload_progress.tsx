// An upload under way: how far it is, pause, go on, give up.
import { Button } from "@digdir/designsystemet-react";
import { useId, useState } from "react";
import { uploads } from "../../../api/resources";
import type { Upload } from "../../../api/types";
import { useTexts } from "../../../i18n/use_texts";
import { ErrorPanel } from "../../../ui/error_panel";
import { FileChoice } from "./file_choice";
import { match_files } from "./send_files";
import { useUpload } from "./use_upload";

interface Props {
  begun: Upload;
  files: File[] | null;
  ended: () => void;
}

export function UploadProgress({ begun, files, ended }: Props) {
  const { t, format } = useTexts();
  const running = useUpload(begun, files, ended);
  const { upload, phase, error } = running;
  const [refusal, set_refusal] = useState<unknown>(null);
  const title = useId();
  const percent = Math.floor((100 * upload.received) / upload.size);
  const cancel = () => {
    running.pause();
    uploads.cancel(upload.id).then(ended).catch(set_refusal);
  };
  return (
    <div className="upload" role="group" aria-labelledby={title}>
      <p id={title} className="upload-title">
        {upload.files.map(({ name }) => name).join(", ")}
      </p>
      <progress aria-labelledby={title} max={100} value={percent} />
      <p className="subtle">
        {t("upload.received", {
          received: format.bytes(upload.received),
          size: format.bytes(upload.size),
          percent,
        })}
      </p>
      <p role="status">{t(`upload.phase_${phase}`)}</p>
      {error !== null && <ErrorPanel error={error} />}
      {refusal !== null && <ErrorPanel error={refusal} />}
      {phase !== "done" && (
        <div className="upload-buttons">
          {phase === "sending" && (
            <Button variant="secondary" data-size="sm" onClick={running.pause}>
              {t("upload.pause")}
            </Button>
          )}
          {phase === "paused" && running.can_resume && (
            <Button data-size="sm" onClick={() => running.resume()}>
              {t("upload.resume")}
            </Button>
          )}
          <Button variant="tertiary" data-color="danger" data-size="sm" onClick={cancel}>
            {t("upload.cancel")}
          </Button>
        </div>
      )}
      {phase === "paused" && !running.can_resume && (
        <SameFiles upload={upload} go_on={running.resume} />
      )}
    </div>
  );
}

// After a reload: the person shows the same files again.
function SameFiles({ upload, go_on }: { upload: Upload; go_on: (files: File[]) => void }) {
  const { t } = useTexts();
  const [others, set_others] = useState(false);
  const choose = (chosen: File[]) => {
    const files = match_files(upload, chosen);
    set_others(files === null);
    if (files) go_on(files);
  };
  return (
    <>
      <FileChoice
        label={t("upload.same_files", { count: upload.files.length })}
        several={upload.files.length > 1}
        choose={choose}
      />
      {others && <p role="alert">{t("upload.other_files")}</p>}
    </>
  );
}
