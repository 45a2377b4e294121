// A new draft, one of the other kind, or an amended version with its reason. A final answer that rests
// on no genome says why none is waited for.
import { Button, Paragraph, Radio, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { answers } from "../../api/resources";
import type { Language } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Modal } from "../../ui/modal";

interface Props {
  title: "draft" | "amend" | "change_kind";
  preliminary: boolean; // what is chosen at first
  genome_read: boolean;
  accession: string;
  etag: string; // of the isolate as it was shown
  done: () => void;
  cancel: () => void;
}

export function DraftForm(props: Props) {
  const { title, genome_read, accession, etag, done, cancel } = props;
  const { t, code } = useTexts();
  const amends = title === "amend";
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);
  const [preliminary, set_preliminary] = useState(!amends && props.preliminary);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const language: Language = form.get("language") === "en" ? "en" : "nb";
    set_busy(true);
    set_error(null);
    answers
      .draft(accession, etag, {
        language,
        reason: String(form.get("reason") ?? "").trim(),
        preliminary,
        without_genome: String(form.get("without_genome") ?? "").trim(),
      })
      .then(done, (problem: unknown) => {
        set_error(problem);
        set_busy(false);
      });
  };

  return (
    <Modal title={t(`answer.dialog.${title}`)} cancel={cancel}>
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
        {!amends && <Kind preliminary={preliminary} choose={set_preliminary} />}
        {!genome_read && !preliminary && (
          <Textfield
            multiline
            rows={3}
            name="without_genome"
            label={t("answer.dialog.without_genome")}
            description={t("answer.dialog.without_genome_about")}
            required
          />
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

interface KindProps {
  preliminary: boolean;
  choose: (preliminary: boolean) => void;
}

function Kind({ preliminary, choose }: KindProps) {
  const { t } = useTexts();
  return (
    <fieldset className="modal-choice">
      <legend>{t("answer.dialog.kind")}</legend>
      <Radio
        name="kind"
        value="final"
        label={t("answer.dialog.final")}
        checked={!preliminary}
        onChange={() => choose(false)}
      />
      <Radio
        name="kind"
        value="preliminary"
        label={t("answer.dialog.preliminary")}
        description={t("answer.dialog.preliminary_about")}
        checked={preliminary}
        onChange={() => choose(true)}
      />
    </fieldset>
  );
}
