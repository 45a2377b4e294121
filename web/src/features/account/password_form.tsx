// A new password for oneself; the old one is asked for again.
import { Alert, Button, Card, Heading, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { useSession } from "../session/session";

export function PasswordForm() {
  const { t } = useTexts();
  const { change_password } = useSession();
  const [error, set_error] = useState<unknown>(null);
  const [differ, set_differ] = useState(false);
  const [done, set_done] = useState(false);
  const [busy, set_busy] = useState(false);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const shown = event.currentTarget;
    const form = new FormData(shown);
    const wanted = String(form.get("password"));
    set_error(null);
    set_done(false);
    set_differ(wanted !== String(form.get("again")));
    if (wanted !== String(form.get("again"))) return;
    set_busy(true);
    change_password(String(form.get("current")), wanted)
      .then(() => {
        shown.reset();
        set_done(true);
      }, set_error)
      .finally(() => set_busy(false));
  };

  return (
    <Card className="account-card">
      <Heading level={2} data-size="xs">
        {t("account.password.title")}
      </Heading>
      <Paragraph>{t("account.password.about")}</Paragraph>
      {done && (
        <Alert data-color="success" role="status">
          {t("account.password.done")}
        </Alert>
      )}
      {error !== null && <ErrorPanel error={error} />}
      <form onSubmit={submit} className="account-form">
        <Textfield
          name="current"
          type="password"
          label={t("account.password.current")}
          autoComplete="current-password"
          required
        />
        <Textfield
          name="password"
          type="password"
          label={t("account.password.wanted")}
          description={t("account.password.rule")}
          autoComplete="new-password"
          minLength={12}
          required
        />
        <Textfield
          name="again"
          type="password"
          label={t("account.password.again")}
          error={differ && t("account.password.differ")}
          autoComplete="new-password"
          required
        />
        <Button type="submit" disabled={busy}>
          {t("account.password.submit")}
        </Button>
      </form>
    </Card>
  );
}
