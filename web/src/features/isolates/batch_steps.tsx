// Validating or approving several answers with one confirmation; each is judged by itself.
import { Button, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { answer_steps, type AnswerStepOutcomes } from "../../api/answer_steps";
import type { IsolateSummary } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Modal } from "../../ui/modal";
import { useSession } from "../session/session";
import "./batch_steps.css";

const steps = {
  validate: { role: "bioengineer", state: "draft" },
  approve: { role: "microbiologist", state: "validated" },
} as const;
type Step = keyof typeof steps;

export function BatchSteps({ items, changed }: { items: IsolateSummary[]; changed: () => void }) {
  const { t } = useTexts();
  const { person } = useSession();
  const [open, set_open] = useState<Step | null>(null);
  const waiting = (step: Step) =>
    person?.roles.includes(steps[step].role)
      ? items.filter(({ state, answer }) => state === steps[step].state && answer)
      : [];
  return (
    <div className="batch-steps">
      {(Object.keys(steps) as Step[]).map((step) => {
        const count = waiting(step).length;
        if (count < 2) return null;
        return (
          <Button key={step} variant="secondary" data-size="sm" onClick={() => set_open(step)}>
            {t(`batch.open.${step}`, { count })}
          </Button>
        );
      })}
      {open && (
        <BatchDialog
          step={open}
          items={waiting(open)}
          close={() => {
            set_open(null);
            changed();
          }}
        />
      )}
    </div>
  );
}

interface DialogProps {
  step: Step;
  items: IsolateSummary[];
  close: () => void;
}

function BatchDialog({ step, items, close }: DialogProps) {
  const { t } = useTexts();
  const [shown] = useState(items); // as they were when the dialog opened
  const [left_out, set_left_out] = useState<ReadonlySet<string>>(new Set());
  const [result, set_result] = useState<AnswerStepOutcomes | null>(null);
  const [error, set_error] = useState<unknown>(null);
  const chosen = shown.filter(({ accession }) => !left_out.has(accession));
  const toggle = (accession: string) => {
    const next = new Set(left_out);
    if (!next.delete(accession)) next.add(accession);
    set_left_out(next);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const comment = String(new FormData(event.currentTarget).get("comment") ?? "").trim();
    set_error(null);
    try {
      const answers = chosen.map(({ answer }) => answer).filter((answer) => answer !== null);
      set_result(await answer_steps[step](answers, comment));
    } catch (problem) {
      set_error(problem);
    }
  };
  return (
    <Modal title={t(`batch.title.${step}`)} cancel={close}>
      {result ? (
        <Outcomes result={result} items={shown} close={close} />
      ) : (
        <form className="modal-form" onSubmit={(event) => void submit(event)}>
          <Paragraph>{t(`batch.about.${step}`)}</Paragraph>
          <fieldset className="batch-list">
            <legend>{t("batch.chosen", { chosen: chosen.length, count: shown.length })}</legend>
            {shown.map((item) => (
              <label key={item.accession}>
                <input
                  type="checkbox"
                  checked={!left_out.has(item.accession)}
                  onChange={() => toggle(item.accession)}
                />
                <span>
                  <strong>{item.accession}</strong> {item.sender_id}
                  <span className="method">
                    <em>{item.species}</em> {item.case_definitions.join(", ")}{" "}
                    <span className="gene">{item.key_findings.join(", ")}</span>
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
          <Textfield multiline rows={2} name="comment" label={t("answer.dialog.comment")} />
          {error !== null && <ErrorPanel error={error} />}
          <div className="modal-buttons">
            <Button type="submit" disabled={chosen.length === 0}>
              {t(`batch.confirm.${step}`, { count: chosen.length })}
            </Button>
            <Button type="button" variant="secondary" onClick={close}>
              {t("ui.cancel")}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}

interface OutcomesProps {
  result: AnswerStepOutcomes;
  items: IsolateSummary[];
  close: () => void;
}

function Outcomes({ result, items, close }: OutcomesProps) {
  const { t, code } = useTexts();
  const refused = result.outcomes.filter(({ done }) => !done);
  const accession_of = (id: number) => items.find(({ answer }) => answer?.id === id)?.accession;
  return (
    <>
      <p role="status">{t("batch.done", { done: result.done, count: result.outcomes.length })}</p>
      {refused.length > 0 && (
        <ul className="batch-refused">
          {refused.map(({ id, why }) => (
            <li key={id}>
              <strong>{accession_of(id)}</strong>: {code("why", why.replace("answer.why.", ""))}
            </li>
          ))}
        </ul>
      )}
      <Button onClick={close}>{t("ui.close")}</Button>
    </>
  );
}
