// A new draft, or an amended version with its reason.
import { Button, Paragraph, Radio, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { answers } from "../../api/resources";
import type { Language } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Modal } from "../../ui/modal";

interface Props {
  amends: boolean;
  accession: string;
  etag: string; // of the isolate as it was shown
  done: () => void;
  cancel: () => void;
}

export function DraftForm({ amends, accession, etag, done, cancel }: Props) {
  const { t, code } = useTexts();
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const language: Language = form.get("language") === "en" ? "en" : "nb";
    set_busy(true);
    set_error(null);
    answers
      .draft(accession, etag, language, String(form.get("reason") ?? "").trim())
      .then(done, (problem: unknown) => {
        set_error(problem);
        set_busy(false);
      });
  };

  return (
    <Modal title={t(amends ? "answer.dialog.amend" : "answer.dialog.draft")} cancel={cancel}>
      <form onSubmit={submit} className="modal-form">
        {amends && (
          <>
            <Paragraph>{t("answer.dialog.amend_about")}</Paragraph>
            <Textfield
              multiline
              rows={3}
              name="reason"
              label={t("answer.dialog.reason")}
              required
            />
          </>
        )}
        <fieldset className="modal-choice">
          <legend>{t("answer.dialog.language")}</legend>
          <Radio name="language" value="nb" label={code("language", "nb")} defaultChecked />
          <Radio name="language" value="en" label={code("language", "en")} />
        </fieldset>
        {error !== null && <ErrorPanel error={error} />}
        <div className="modal-buttons">
          <Button type="submit" disabled={busy}>
            {t("answer.dialog.create")}
          </Button>
          <Button type="button" variant="secondary" onClick={cancel}>
            {t("ui.cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
