// When tubes had grown pure, for one isolate or several at once.
import { Button, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { cultures, type CultureOutcomes } from "../../api/cultures";
import type { IsolateSummary } from "../../api/types";
import { today } from "../../i18n/format";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Modal } from "../../ui/modal";
import "./batch_steps.css";
import { ChosenIsolates, useChosenIsolates } from "./chosen_isolates";

// A tube that is here, whose growth nobody has recorded and nobody has measured.
export const awaits_culture = ({ sample, cultured, next_step }: IsolateSummary) =>
  sample === "received" && !cultured && next_step === "measure";

export function CultureDialog({ items, close }: { items: IsolateSummary[]; close: () => void }) {
  const { t } = useTexts();
  const isolates = useChosenIsolates(items);
  const [result, set_result] = useState<CultureOutcomes | null>(null);
  const [error, set_error] = useState<unknown>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const day = String(new FormData(event.currentTarget).get("day"));
    set_error(null);
    try {
      const accessions = isolates.chosen.map(({ accession }) => accession);
      const recorded = await cultures.record(accessions, day);
      if (recorded.done === recorded.outcomes.length) close();
      else set_result(recorded);
    } catch (problem) {
      set_error(problem);
    }
  };
  return (
    <Modal title={t("culture.title")} cancel={close}>
      {result ? (
        <Refusals result={result} close={close} />
      ) : (
        <form className="modal-form" onSubmit={(event) => void submit(event)}>
          <Paragraph>{t("culture.about")}</Paragraph>
          {items.length > 1 && <ChosenIsolates of={isolates} />}
          <Textfield
            type="date"
            name="day"
            required
            label={t("culture.day")}
            defaultValue={today()}
            min={earliest(isolates.chosen)}
            max={today()}
          />
          {error !== null && <ErrorPanel error={error} />}
          <div className="modal-buttons">
            <Button type="submit" disabled={isolates.chosen.length === 0}>
              {t("culture.confirm", { count: isolates.chosen.length })}
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

// Growth before the first of them came is no growth of theirs.
function earliest(items: IsolateSummary[]): string | undefined {
  return items.map(({ received }) => received).sort()[0];
}

function Refusals({ result, close }: { result: CultureOutcomes; close: () => void }) {
  const { t, code } = useTexts();
  return (
    <>
      <p role="status">{t("batch.done", { done: result.done, count: result.outcomes.length })}</p>
      <ul className="batch-refused">
        {result.outcomes
          .filter(({ done }) => !done)
          .map(({ accession, why }) => (
            <li key={accession}>
              <strong>{accession}</strong>: {code("why_culture", why.replace("culture.why.", ""))}
            </li>
          ))}
      </ul>
      <Button onClick={close}>{t("ui.close")}</Button>
    </>
  );
}
