// A new value in the place of a stored result of quality control, or nothing; always with a reason.
import { Button, Checkbox, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { quality_control, type QcResult } from "../../api/quality_control";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Modal } from "../../ui/modal";

interface Props {
  result: QcResult;
  done: () => void;
  cancel: () => void;
}

export function CorrectForm({ result, done, cancel }: Props) {
  const { t, format } = useTexts();
  const [withdraw, set_withdraw] = useState(false);
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    set_busy(true);
    set_error(null);
    const reason = text("reason");
    const body = withdraw
      ? { reason, withdraw }
      : { reason, value: text("value"), lot: text("lot"), medium: text("medium") };
    quality_control.correct(result.id, body).then(done, (problem: unknown) => {
      set_error(problem);
      set_busy(false);
    });
  };
  return (
    <Modal title={t("qc.correct_title")} cancel={cancel}>
      <form onSubmit={submit} className="modal-form">
        <p>
          {result.strain}, <strong>{result.agent_name}</strong>, {format.day(result.day)}:{" "}
          {format.measured(result.text)}
        </p>
        <Checkbox
          label={t("qc.withdraw")}
          checked={withdraw}
          onChange={({ target }) => set_withdraw(target.checked)}
        />
        {!withdraw && (
          <>
            <Textfield
              name="value"
              label={`${t("qc.new_value")} (${result.unit})`}
              required
              maxLength={12}
              autoComplete="off"
            />
            <Textfield
              name="lot"
              label={t("qc.column.lot")}
              defaultValue={result.lot}
              maxLength={100}
            />
            <Textfield
              name="medium"
              label={t("qc.column.medium")}
              defaultValue={result.medium}
              maxLength={100}
            />
          </>
        )}
        <Textfield
          multiline
          rows={2}
          name="reason"
          label={t("qc.reason")}
          required
          maxLength={400}
        />
        {error !== null && <ErrorPanel error={error} />}
        <div className="modal-buttons">
          <Button type="submit" disabled={busy}>
            {t("qc.save")}
          </Button>
          <Button type="button" variant="secondary" onClick={cancel}>
            {t("ui.cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
