// Steps with several isolates and one confirmation, each judged by itself: validating and approving
// answers, and the day of their cultures.
import { Button, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { answer_steps, type AnswerStepOutcomes } from "../../api/answer_steps";
import type { IsolateSummary } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Modal } from "../../ui/modal";
import { useSession } from "../session/session";
import "./batch_steps.css";
import { ChosenIsolates, useChosenIsolates } from "./chosen_isolates";
import { awaits_culture, CultureDialog } from "./culture_dialog";

const steps = {
  validate: { role: "bioengineer", state: "draft" },
  approve: { role: "microbiologist", state: "validated" },
} as const;
type Step = keyof typeof steps;

export function BatchSteps({ items, changed }: { items: IsolateSummary[]; changed: () => void }) {
  const { t } = useTexts();
  const { person } = useSession();
  const [open, set_open] = useState<Step | "culture" | null>(null);
  const waiting = (step: Step) =>
    person?.roles.includes(steps[step].role)
      ? items.filter(({ state, answer }) => state === steps[step].state && answer)
      : [];
  const growing = person?.roles.some((role) => role === "bioengineer" || role === "microbiologist")
    ? items.filter(awaits_culture)
    : [];
  const done = () => {
    set_open(null);
    changed();
  };
  return (
    <div className="batch-steps">
      {growing.length > 0 && (
        <Button variant="secondary" data-size="sm" onClick={() => set_open("culture")}>
          {t("culture.open", { count: growing.length })}
        </Button>
      )}
      {(Object.keys(steps) as Step[]).map((step) => {
        const count = waiting(step).length;
        if (count < 2) return null;
        return (
          <Button key={step} variant="secondary" data-size="sm" onClick={() => set_open(step)}>
            {t(`batch.open.${step}`, { count })}
          </Button>
        );
      })}
      {open === "culture" && <CultureDialog items={growing} close={done} />}
      {open && open !== "culture" && <BatchDialog step={open} items={waiting(open)} close={done} />}
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
  const isolates = useChosenIsolates(items);
  const [result, set_result] = useState<AnswerStepOutcomes | null>(null);
  const [error, set_error] = useState<unknown>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const comment = String(new FormData(event.currentTarget).get("comment") ?? "").trim();
    set_error(null);
    try {
      const answers = isolates.chosen
        .map(({ answer }) => answer)
        .filter((answer) => answer !== null);
      set_result(await answer_steps[step](answers, comment));
    } catch (problem) {
      set_error(problem);
    }
  };
  return (
    <Modal title={t(`batch.title.${step}`)} cancel={close}>
      {result ? (
        <Outcomes result={result} items={isolates.shown} close={close} />
      ) : (
        <form className="modal-form" onSubmit={(event) => void submit(event)}>
          <Paragraph>{t(`batch.about.${step}`)}</Paragraph>
          <ChosenIsolates of={isolates} />
          <Textfield multiline rows={2} name="comment" label={t("answer.dialog.comment")} />
          {error !== null && <ErrorPanel error={error} />}
          <div className="modal-buttons">
            <Button type="submit" disabled={isolates.chosen.length === 0}>
              {t(`batch.confirm.${step}`, { count: isolates.chosen.length })}
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
