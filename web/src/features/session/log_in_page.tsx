// Log-in form; after an expired session it says so and leads back to the same page.
import { Alert, Button, Card, Heading, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { useSearchParams } from "react-router-dom";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { usePageTitle } from "../../ui/page_title";
import "./log_in.css";
import { ProviderButton } from "./provider_button";
import { useSession } from "./session";

export function LogInPage({ expired }: { expired: boolean }) {
  const { t } = useTexts();
  const { log_in } = useSession();
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);
  const outcome = useSearchParams()[0].get("log_in"); // at the provider
  usePageTitle(t("log_in.title"));

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    set_busy(true);
    set_error(null);
    log_in(String(form.get("username")), String(form.get("password"))).catch((problem: unknown) => {
      set_error(problem);
      set_busy(false);
    });
  };

  return (
    <Card className="log-in">
      <Heading level={1} data-size="md">
        {t("log_in.title")}
      </Heading>
      <Paragraph>{t("log_in.about")}</Paragraph>
      {outcome === "refused" && <Alert data-color="warning">{t("log_in.provider_refused")}</Alert>}
      {outcome === "unavailable" && (
        <Alert data-color="warning">{t("log_in.provider_unavailable")}</Alert>
      )}
      {expired && <Alert data-color="warning">{t("log_in.expired")}</Alert>}
      {error !== null && <ErrorPanel error={error} />}
      <form onSubmit={submit}>
        <Textfield name="username" label={t("log_in.username")} autoComplete="username" required />
        <Textfield
          name="password"
          type="password"
          label={t("log_in.password")}
          autoComplete="current-password"
          required
        />
        <Button type="submit" disabled={busy}>
          {t("log_in.submit")}
        </Button>
      </form>
      <ProviderButton />
    </Card>
  );
}
