// The questions about one isolate, and a new one.
import { Button } from "@digdir/designsystemet-react";
import { useId, useState, type FormEvent } from "react";
import { queries } from "../../api/intake";
import type { IsolateDetail } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Section } from "../../ui/section";
import { is_staff } from "../session/roles";
import { useSession } from "../session/session";
import { QueryCard } from "./query_card";
import "./queries.css";

export function QueriesSection({
  isolate,
  reload,
}: {
  isolate: IsolateDetail;
  reload: () => void;
}) {
  const { t } = useTexts();
  const { person } = useSession();
  const may_ask = is_staff(person);
  return (
    <Section id="queries" title={t("queries.title")}>
      {isolate.queries.length === 0 && <p className="subtle">{t("queries.none")}</p>}
      <div className="queries">
        {isolate.queries.map((query) => (
          <QueryCard key={query.id} query={query} changed={reload} />
        ))}
      </div>
      {may_ask && <Ask accession={isolate.accession} asked={reload} />}
    </Section>
  );
}

function Ask({ accession, asked }: { accession: string; asked: () => void }) {
  const { t } = useTexts();
  const id = useId();
  const [text, set_text] = useState("");
  const [error, set_error] = useState<unknown>(null);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    set_error(null);
    try {
      await queries.ask(accession, text);
      set_text("");
      asked();
    } catch (problem) {
      set_error(problem);
    }
  };
  return (
    <form className="query-form" onSubmit={(event) => void ask(event)}>
      <div className="field">
        <label htmlFor={id}>{t("queries.new")}</label>
        <input
          id={id}
          value={text}
          maxLength={1000}
          autoComplete="off"
          onChange={({ target }) => set_text(target.value)}
        />
      </div>
      <Button type="submit" variant="secondary" data-size="sm">
        {t("queries.ask")}
      </Button>
      {error !== null && <ErrorPanel error={error} />}
    </form>
  );
}
