// Withdraws a result of a test: it stays visible and counts no more.
import { Button, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { tests } from "../../../api/resources";
import type { TestResult } from "../../../api/types";
import { useTexts } from "../../../i18n/use_texts";
import { ErrorPanel } from "../../../ui/error_panel";
import { Modal } from "../../../ui/modal";

interface Props {
  accession: string;
  result: TestResult;
  done: () => void;
  cancel: () => void;
}

export function WithdrawForm({ accession, result, done, cancel }: Props) {
  const { t, language } = useTexts();
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const comment = String(new FormData(event.currentTarget).get("comment") ?? "").trim();
    set_busy(true);
    set_error(null);
    const entry = { test: result.test, outcomes: [], comment, replaces: result.id };
    tests.enter(accession, entry, language).then(done, (problem: unknown) => {
      set_error(problem);
      set_busy(false);
    });
  };
  return (
    <Modal title={t("tests.withdraw_title")} cancel={cancel}>
      <form onSubmit={submit} className="modal-form">
        <p>{t("tests.withdraw_about", { name: result.name, text: result.text })}</p>
        <Textfield
          multiline
          rows={2}
          name="comment"
          label={t("tests.why")}
          required
          maxLength={900}
        />
        {error !== null && <ErrorPanel error={error} />}
        <div className="modal-buttons">
          <Button type="submit" disabled={busy}>
            {t("tests.withdraw")}
          </Button>
          <Button type="button" variant="secondary" onClick={cancel}>
            {t("ui.cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
