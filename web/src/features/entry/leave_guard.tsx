// Asks before typed values are left behind, by a link or by closing the tab.
import { Button, Paragraph } from "@digdir/designsystemet-react";
import { useEffect } from "react";
import { useBlocker } from "react-router-dom";
import { useTexts } from "../../i18n/use_texts";
import { Modal } from "../../ui/modal";

export function LeaveGuard({ unsaved, discard }: { unsaved: number; discard: () => void }) {
  const { t } = useTexts();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved > 0 && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (unsaved === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);

  if (blocker.state !== "blocked") return null;
  const leave = () => {
    discard();
    blocker.proceed();
  };
  return (
    <Modal title={t("entry.leave.title")} cancel={() => blocker.reset()}>
      <Paragraph>{t("entry.leave.about", { count: unsaved })}</Paragraph>
      <div className="modal-buttons">
        <Button onClick={() => blocker.reset()}>{t("entry.leave.stay")}</Button>
        <Button variant="secondary" data-color="danger" onClick={leave}>
          {t("entry.leave.discard")}
        </Button>
      </div>
    </Modal>
  );
}
