// How much is unsaved, and the button that saves all of it; always in sight.
import { Button } from "@digdir/designsystemet-react";
import { useTexts } from "../../i18n/use_texts";

interface Props {
  changed: number;
  faulty: number;
  saving: boolean;
  discard: () => void;
}

export function SaveBar({ changed, faulty, saving, discard }: Props) {
  const { t } = useTexts();
  return (
    <div className="save-bar">
      <p role="status">
        {changed === 0 ? t("entry.nothing") : t("entry.unsaved", { count: changed })}
        {faulty > 0 && <strong> {t("entry.faulty", { count: faulty })}</strong>}
      </p>
      <Button type="submit" id="entry-save" disabled={changed === 0 || saving}>
        {t("entry.save")}
      </Button>
      {changed > 0 && (
        <Button type="button" variant="secondary" onClick={discard}>
          {t("entry.discard")}
        </Button>
      )}
    </div>
  );
}
