// A button that opens a form in a dialog; what the server refuses is said there, and nothing typed is lost.
import { Button } from "@digdir/designsystemet-react";
import { useState, type FormEvent, type ReactNode } from "react";
import { useTexts } from "../../i18n/use_texts";
import { Modal } from "../../ui/modal";
import { BankError } from "./bank_error";
import { Fields, Values, type Field } from "./fields";

interface Props {
  label: string; // of the button, and the heading
  fields: Field[];
  about?: ReactNode;
  danger?: boolean;
  submit: (values: Values) => Promise<unknown>;
  done: () => void;
}

export function FormDialog(props: Props) {
  const [open, set_open] = useState(false);
  return (
    <>
      <Button
        variant="secondary"
        data-size="sm"
        data-color={props.danger ? "danger" : undefined}
        onClick={() => set_open(true)}
      >
        {props.label}
      </Button>
      {open && <Dialog {...props} close={() => set_open(false)} />}
    </>
  );
}

function Dialog({ label, fields, about, submit, done, close }: Props & { close: () => void }) {
  const { t } = useTexts();
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    set_busy(true);
    set_error(null);
    submit(new Values(event.currentTarget)).then(
      () => {
        close();
        done();
      },
      (problem: unknown) => {
        set_error(problem);
        set_busy(false);
      },
    );
  };

  return (
    <Modal title={label} cancel={close}>
      <form onSubmit={send} className="modal-form">
        {about && <p className="bank-hint">{about}</p>}
        <Fields fields={fields} />
        <BankError error={error} />
        <div className="modal-buttons">
          <Button type="submit" disabled={busy}>
            {t("bank.save")}
          </Button>
          <Button type="button" variant="secondary" onClick={close}>
            {t("ui.cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
