// Accepts or rejects what was measured on a day that is out; whoever entered the result that is out only rejects.
import { Button, Radio, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { quality_control, type QcDay } from "../../api/quality_control";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Modal } from "../../ui/modal";

interface Props {
  day: QcDay;
  done: () => void;
  cancel: () => void;
}

export function DecideForm({ day, done, cancel }: Props) {
  const { t, code, format } = useTexts();
  const [choice, set_choice] = useState<"accept" | "reject" | null>(null);
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!choice) return;
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    set_busy(true);
    set_error(null);
    const { day: date, agent, method, disk_ug, results } = day;
    quality_control
      .decide({ day: date, agent, method, disk_ug, decision: choice, results, reason })
      .then(done, (problem: unknown) => {
        set_error(problem);
        set_busy(false);
      });
  };
  return (
    <Modal title={t("qc.decide_title")} cancel={cancel}>
      <form onSubmit={submit} className="modal-form">
        <p>
          <strong>{day.agent_name}</strong>, {code("method", day.method)}, {format.day(day.day)}
        </p>
        <fieldset className="modal-choice">
          <legend>{t("qc.decision")}</legend>
          {(["accept", "reject"] as const).map((name) => (
            <Radio
              key={name}
              name="decision"
              value={name}
              label={t(`qc.${name}`)}
              disabled={name === "accept" && !day.accept.allowed}
              checked={choice === name}
              onChange={() => set_choice(name)}
            />
          ))}
        </fieldset>
        {!day.accept.allowed && (
          <p className="qc-why">{code("qc_why", day.accept.why.replace("qc.why.", ""))}</p>
        )}
        <Textfield
          multiline
          rows={3}
          name="reason"
          label={t("qc.reason")}
          required
          maxLength={400}
        />
        {error !== null && <ErrorPanel error={error} />}
        <div className="modal-buttons">
          <Button type="submit" disabled={busy || choice === null}>
            {t("qc.decide_save")}
          </Button>
          <Button type="button" variant="secondary" onClick={cancel}>
            {t("ui.cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
