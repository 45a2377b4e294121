// Asks before every isolate of another reference set is analysed again, and queues them a part at a time.
import { Button, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { renewals } from "../../api/renewals";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Modal } from "../../ui/modal";

interface Props {
  isolates: number;
  close: (queued: number | null) => void; // null: nothing was done
}

export function RenewDialog({ isolates, close }: Props) {
  const { t, format } = useTexts();
  const [queued, set_queued] = useState(0);
  const [busy, set_busy] = useState(false);
  const [error, set_error] = useState<unknown>(null);
  const leave = () => close(queued > 0 ? queued : null);

  const renew = async () => {
    set_busy(true);
    set_error(null);
    try {
      let sum = queued;
      for (let left = 1; left > 0; ) {
        const part = await renewals.renew();
        sum += part.queued;
        set_queued(sum);
        left = part.queued > 0 ? part.left : 0;
      }
      close(sum);
    } catch (problem) {
      set_error(problem);
      set_busy(false);
    }
  };

  return (
    <Modal title={t("renewed.renew")} cancel={leave}>
      <Paragraph>
        {t("renewed.renew_about", { count: isolates, shown: format.number(isolates) })}
      </Paragraph>
      <p role="status">
        {busy &&
          t("renewed.progress", { queued: format.number(queued), all: format.number(isolates) })}
      </p>
      {error !== null && <ErrorPanel error={error} />}
      <div className="modal-buttons">
        <Button disabled={busy} onClick={() => void renew()}>
          {t("renewed.confirm")}
        </Button>
        <Button variant="secondary" onClick={leave}>
          {t("ui.cancel")}
        </Button>
      </div>
    </Modal>
  );
}
