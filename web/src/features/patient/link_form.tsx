// Says that the patients of two hospitals are one person, and how that is known.
import { Button, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { patients } from "../../api/resources";
import type { PatientView } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Modal } from "../../ui/modal";

interface Props {
  patient: number;
  other: PatientView["elsewhere"][number];
  done: () => void;
  cancel: () => void;
}

export function LinkForm({ patient, other, done, cancel }: Props) {
  const { t } = useTexts();
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    set_busy(true);
    set_error(null);
    patients.link(patient, other.patient, reason).then(done, (problem: unknown) => {
      set_error(problem);
      set_busy(false);
    });
  };

  return (
    <Modal title={t("patient.link")} cancel={cancel}>
      <form onSubmit={submit} className="modal-form">
        <p>
          {t("patient.link_about", {
            patient,
            other: other.patient,
            laboratory: other.laboratory,
          })}
        </p>
        <Textfield
          multiline
          rows={2}
          name="reason"
          label={t("patient.link_why")}
          maxLength={500}
          required
        />
        {error !== null && <ErrorPanel error={error} />}
        <div className="modal-buttons">
          <Button type="submit" disabled={busy}>
            {t("patient.link_now")}
          </Button>
          <Button type="button" variant="secondary" onClick={cancel}>
            {t("ui.cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
