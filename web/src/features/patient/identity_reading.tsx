// Shows the national identity number to one who says why, in this dialog and nowhere else.
import { Button, Textfield } from "@digdir/designsystemet-react";
import { useEffect, useState, type FormEvent } from "react";
import { patients } from "../../api/resources";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Modal } from "../../ui/modal";

const shown_for = 60_000; // milliseconds, then the dialog closes by itself

export function IdentityReading({ accession, close }: { accession: string; close: () => void }) {
  const { t } = useTexts();
  const [number, set_number] = useState<string | null>(null);
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);

  useEffect(() => {
    if (number === null) return;
    const timer = window.setTimeout(close, shown_for);
    return () => window.clearTimeout(timer);
  }, [number, close]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    set_busy(true);
    set_error(null);
    patients.read(accession, reason).then(
      (identity) => set_number(identity.number),
      (problem: unknown) => {
        set_error(problem);
        set_busy(false);
      },
    );
  };

  return (
    <Modal title={t("patient.show")} cancel={close}>
      {number === null ? (
        <form onSubmit={submit} className="modal-form">
          <p>{t("patient.show_about")}</p>
          <Textfield
            multiline
            rows={2}
            name="reason"
            label={t("patient.why")}
            maxLength={500}
            required
          />
          {error !== null && <ErrorPanel error={error} />}
          <div className="modal-buttons">
            <Button type="submit" disabled={busy}>
              {t("patient.show_now")}
            </Button>
            <Button type="button" variant="secondary" onClick={close}>
              {t("ui.cancel")}
            </Button>
          </div>
        </form>
      ) : (
        <div className="modal-form">
          <p role="status" className="identity-number">
            {number.slice(0, 6)} {number.slice(6)}
          </p>
          <p className="subtle">{t("patient.shown_for")}</p>
          <div className="modal-buttons">
            <Button type="button" onClick={close}>
              {t("ui.close")}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
