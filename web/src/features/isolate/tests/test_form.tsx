// A result of a confirmatory test: which test, what was seen, when; a correction says why.
import { Button, Checkbox, Radio, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { tests } from "../../../api/resources";
import type { TestDefinition, TestResult } from "../../../api/types";
import { useResource } from "../../../api/use_resource";
import { useTexts } from "../../../i18n/use_texts";
import { Choice } from "../../../ui/choice";
import { ErrorPanel } from "../../../ui/error_panel";
import { Loading } from "../../../ui/loading";
import { Modal } from "../../../ui/modal";
import { chosen_after } from "./test_rows";

interface Props {
  accession: string;
  corrects: TestResult | null;
  done: () => void;
  cancel: () => void;
}

export function TestForm(props: Props) {
  const { t, language } = useTexts();
  const known = useResource(language, () => tests.all(language));
  return (
    <Modal title={t(props.corrects ? "tests.correct_title" : "tests.enter")} cancel={props.cancel}>
      {known.error !== null && <ErrorPanel error={known.error} retry={known.reload} />}
      {known.data ? <Fields {...props} definitions={known.data.items} /> : <Loading />}
    </Modal>
  );
}

function Fields({
  accession,
  corrects,
  done,
  cancel,
  definitions,
}: Props & { definitions: TestDefinition[] }) {
  const { t, language } = useTexts();
  const [id, set_id] = useState(corrects?.test ?? definitions[0]?.id ?? "");
  const [chosen, set_chosen] = useState<string[]>(corrects?.outcomes ?? []);
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);
  const test = definitions.find((definition) => definition.id === id);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    set_busy(true);
    set_error(null);
    const entry = {
      test: id,
      outcomes: chosen,
      tested: String(form.get("tested") ?? "") || null,
      comment: String(form.get("comment") ?? "").trim() || null,
      replaces: corrects?.id ?? null,
    };
    tests.enter(accession, entry, language).then(done, (problem: unknown) => {
      set_error(problem);
      set_busy(false);
    });
  };

  return (
    <form onSubmit={submit} className="modal-form">
      {corrects ? (
        <p>{t("tests.corrects", { name: corrects.name, text: corrects.text })}</p>
      ) : (
        <Choice
          label={t("tests.test")}
          value={id}
          options={definitions.map(({ id: value, name }) => [value, name])}
          choose={(value) => {
            set_id(value);
            set_chosen([]);
          }}
        />
      )}
      {test && <p className="subtle">{t("tests.looks_for", { what: test.analyte_words })}</p>}
      {test && <Outcomes test={test} chosen={chosen} choose={set_chosen} />}
      <label className="field">
        <span>{t("tests.day")}</span>
        <input type="date" name="tested" defaultValue={corrects?.tested ?? today()} max={today()} />
      </label>
      <Textfield
        multiline
        rows={2}
        name="comment"
        label={t(corrects ? "tests.why" : "tests.comment_optional")}
        required={corrects !== null}
        maxLength={900}
      />
      {error !== null && <ErrorPanel error={error} />}
      <div className="modal-buttons">
        <Button type="submit" disabled={busy || chosen.length === 0}>
          {t("tests.save")}
        </Button>
        <Button type="button" variant="secondary" onClick={cancel}>
          {t("ui.cancel")}
        </Button>
      </div>
    </form>
  );
}

// The day by this machine's calendar, which is the laboratory's.
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

interface OutcomesProps {
  test: TestDefinition;
  chosen: string[];
  choose: (codes: string[]) => void;
}

function Outcomes({ test, chosen, choose }: OutcomesProps) {
  const { t } = useTexts();
  const Field = test.several ? Checkbox : Radio;
  return (
    <fieldset className="modal-choice">
      <legend>{t(test.several ? "tests.outcomes" : "tests.outcome")}</legend>
      {test.outcomes.map((outcome) => (
        <Field
          key={outcome.code}
          name="outcome"
          value={outcome.code}
          label={outcome.words}
          checked={chosen.includes(outcome.code)}
          onChange={(event) =>
            choose(chosen_after(chosen, outcome, event.target.checked, test.outcomes))
          }
        />
      ))}
    </fieldset>
  );
}
