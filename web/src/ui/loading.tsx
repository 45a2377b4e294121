// Shown while something is fetched.
import { Spinner } from "@digdir/designsystemet-react";
import { useTexts } from "../i18n/use_texts";

export function Loading() {
  const { t } = useTexts();
  return (
    <div className="loading" role="status">
      <Spinner aria-hidden data-size="md" />
      <span>{t("ui.loading")}</span>
    </div>
  );
}
