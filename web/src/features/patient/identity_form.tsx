// The national identity number of the isolate's patient: checked while typed, sent once, never shown again.
import { Button, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { patients } from "../../api/resources";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Modal } from "../../ui/modal";
import { digits_of, fault_of } from "./identity_number";

interface Props {
  accession: string;
  replaces: boolean; // a number was entered before
  done: () => void;
  cancel: () => void;
}

const whole = 11; // digits

export function IdentityForm({ accession, replaces, done, cancel }: Props) {
  const { t } = useTexts();
  const [typed, set_typed] = useState("");
  const [asked, set_asked] = useState(false);
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);
  const fault = fault_of(typed);
  // An unfinished number is no fault before the person says that it is finished.
  const told = fault !== null && (asked || digits_of(typed).length >= whole);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    set_asked(true);
    if (fault !== null) return;
    set_busy(true);
    set_error(null);
    patients.enter(accession, digits_of(typed)).then(done, (problem: unknown) => {
      set_error(problem);
      set_busy(false);
    });
  };

  return (
    <Modal title={t(replaces ? "patient.correct" : "patient.enter")} cancel={cancel}>
      <form onSubmit={submit} className="modal-form" noValidate>
        <p>{t("patient.enter_about")}</p>
        {replaces && <p>{t("patient.correct_about")}</p>}
        <Textfield
          label={t("patient.number")}
          description={t("patient.number_about")}
          value={typed}
          onChange={(event) => set_typed(event.target.value)}
          error={told && t(`patient.fault.${fault}`)}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          maxLength={14}
          required
        />
        {fault === null && <p role="status">{t("patient.fits")}</p>}
        {error !== null && <ErrorPanel error={error} />}
        <div className="modal-buttons">
          <Button type="submit" disabled={busy}>
            {t("patient.save")}
          </Button>
          <Button type="button" variant="secondary" onClick={cancel}>
            {t("ui.cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
