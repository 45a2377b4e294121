// Log-in at the hospital's own provider, if the laboratory has one.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { sessions } from "../../api/resources";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";

export function ProviderButton() {
  const { t } = useTexts();
  const provider = useResource("provider", sessions.provider);
  const [error, set_error] = useState<unknown>(null);
  const name = provider.data?.name;
  if (!name) return null;

  const begin = () => {
    set_error(null);
    sessions
      .begin_at_provider()
      .then(({ location }) => window.location.assign(location), set_error);
  };
  return (
    <>
      {error !== null && <ErrorPanel error={error} />}
      <Button type="button" variant="secondary" onClick={begin}>
        {t("log_in.with_provider", { name })}
      </Button>
    </>
  );
}
