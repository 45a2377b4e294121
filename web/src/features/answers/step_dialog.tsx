// Technical validation or medical approval: what is confirmed, in so many words, and a remark.
import { Button, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { answers } from "../../api/resources";
import type { Answer } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Modal } from "../../ui/modal";

export type Step = "draft" | "validate" | "approve" | "amend" | "change_kind";

interface Props {
  step: "validate" | "approve";
  answer: Answer;
  verdict: string;
  constructed: boolean;
  genome_read: boolean;
  done: () => void;
  cancel: () => void;
}

export function StepDialog(props: Props) {
  const { step, answer, verdict, constructed, genome_read, done, cancel } = props;
  const { t } = useTexts();
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const comment = String(new FormData(event.currentTarget).get("comment") ?? "").trim();
    set_busy(true);
    set_error(null);
    // The entity tag is of the answer as it was shown: a change since then is refused.
    answers[step](answer.id, answer.etag, comment).then(done, (problem: unknown) => {
      set_error(problem);
      set_busy(false);
    });
  };

  return (
    <Modal title={t(`answer.dialog.${step}.title`, { version: answer.version })} cancel={cancel}>
      <form onSubmit={submit} className="modal-form">
        {verdict && <blockquote className="modal-verdict">{verdict}</blockquote>}
        <Paragraph>{t(`answer.dialog.${step}.about`)}</Paragraph>
        {!genome_read && <Paragraph>{t("answer.dialog.no_genome")}</Paragraph>}
        {constructed && <Paragraph>{t("answer.dialog.constructed")}</Paragraph>}
        <Textfield multiline rows={3} name="comment" label={t("answer.dialog.comment")} />
        {error !== null && <ErrorPanel error={error} />}
        <div className="modal-buttons">
          <Button type="submit" disabled={busy}>
            {t(`answer.dialog.${step}.confirm`)}
          </Button>
          <Button type="button" variant="secondary" onClick={cancel}>
            {t("ui.cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
