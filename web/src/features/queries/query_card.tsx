// One question with its answer, or the field in which to give it.
import { Button } from "@digdir/designsystemet-react";
import { useId, useState, type FormEvent } from "react";
import { Link } from "react-router-dom";
import { queries, type SenderQuery } from "../../api/intake";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import "../../ui/field.css";
import { Mark } from "../../ui/mark";
import { useSession } from "../session/session";

export function QueryCard({ query, changed }: { query: SenderQuery; changed: () => void }) {
  const { t, code, language, format } = useTexts();
  const { person } = useSession();
  const outside = person?.roles.includes("referring") ?? false;
  const open = query.state === "open";
  // A person whose reach is the region sees the questions to its other laboratories, which answer them.
  const mine = !outside || query.laboratory === person?.laboratory;
  return (
    <article className="query" aria-label={`${query.sender_id}: ${query.question[language]}`}>
      <p className="query-head">
        <Mark tone={open ? "attention" : "neutral"}>{code("query_state", query.state)}</Mark>{" "}
        <strong>{query.sender_id}</strong>{" "}
        {outside ? (
          <span className="subtle">{query.accession}</span>
        ) : (
          <Link to={`/isolates/${query.accession}`}>{query.accession}</Link>
        )}{" "}
        <span className="subtle">
          {t("queries.asked", { day: format.moment(query.asked), laboratory: query.laboratory })}
        </span>
      </p>
      <p className="query-question">{query.question[language]}</p>
      {!open && (
        <p className="query-closing">
          {query.closing}{" "}
          <span className="subtle">
            ({query.closed_by}, {query.closed && format.moment(query.closed)})
          </span>
        </p>
      )}
      {open && mine && <Closing query={query} outside={outside} changed={changed} />}
    </article>
  );
}

interface ClosingProps {
  query: SenderQuery;
  outside: boolean;
  changed: () => void;
}

// The sender answers; the laboratory may enter an answer it got by telephone, or take it back.
function Closing({ query, outside, changed }: ClosingProps) {
  const { t } = useTexts();
  const id = useId();
  const [text, set_text] = useState("");
  const [error, set_error] = useState<unknown>(null);
  const end = async (step: typeof queries.answer) => {
    set_error(null);
    try {
      await step(query.id, text);
      changed();
    } catch (problem) {
      set_error(problem);
    }
  };
  return (
    <form
      className="query-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void end(queries.answer);
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t(outside ? "queries.answer" : "queries.answer_or_reason")}</label>
        <input
          id={id}
          value={text}
          maxLength={1000}
          autoComplete="off"
          onChange={({ target }) => set_text(target.value)}
        />
      </div>
      <Button type="submit" data-size="sm">
        {t("queries.send")}
      </Button>
      {!outside && (
        <Button
          type="button"
          variant="secondary"
          data-size="sm"
          onClick={() => void end(queries.withdraw)}
        >
          {t("queries.withdraw")}
        </Button>
      )}
      {error !== null && <ErrorPanel error={error} />}
    </form>
  );
}
