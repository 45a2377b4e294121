// A new password for somebody who has lost the old one; it ends the person's sessions.
import { Button, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { people } from "../../api/resources";
import type { ListedPerson } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Modal } from "../../ui/modal";

interface Props {
  person: ListedPerson;
  done: () => void;
  cancel: () => void;
}

export function GivenPasswordForm({ person, done, cancel }: Props) {
  const { t } = useTexts();
  const [error, set_error] = useState<unknown>(null);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    set_error(null);
    people.give_password(person.username, password).then(done, set_error);
  };

  return (
    <Modal title={t("people.give_password_to", { name: person.name })} cancel={cancel}>
      <form onSubmit={submit} className="modal-form">
        <Paragraph>{t("people.give_password_about")}</Paragraph>
        <Textfield
          name="password"
          type="password"
          label={t("account.password.wanted")}
          description={t("account.password.rule")}
          minLength={12}
          autoComplete="new-password"
          required
        />
        {error !== null && <ErrorPanel error={error} />}
        <div className="modal-buttons">
          <Button type="submit">{t("people.save")}</Button>
          <Button type="button" variant="secondary" onClick={cancel}>
            {t("ui.cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
