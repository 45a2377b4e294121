// What was decided about an answer that another version would change, or the two choices.
import { Button } from "@digdir/designsystemet-react";
import { useId, useState } from "react";
import { answer_steps } from "../../api/answer_steps";
import type { InterpretationChanges } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import "../../ui/field.css";
import { useSession } from "../session/session";

// Of either list of changes.
type Item = Pick<InterpretationChanges["items"][number], "answer" | "decision">;

export function ChangeDecision({ item, version }: { item: Item; version: string }) {
  const { t, code, format } = useTexts();
  const { person } = useSession();
  const id = useId();
  const [made, set_made] = useState(item.decision);
  const [reason, set_reason] = useState("");
  const [error, set_error] = useState<unknown>(null);
  const { answer } = item;
  if (!answer) return null;
  if (made)
    return (
      <p className="change-decision">
        <strong>{code("change_choice", made.choice)}</strong> {made.reason}{" "}
        <span className="subtle">
          ({made.person}, {format.moment(made.time)})
        </span>
      </p>
    );
  if (!person?.roles.includes("microbiologist")) return null;
  const decide = async (choice: "reissue" | "keep") => {
    set_error(null);
    try {
      set_made(await answer_steps.decide_change(answer.id, { version, choice, reason }));
    } catch (problem) {
      set_error(problem);
    }
  };
  return (
    <div className="change-decision">
      <div className="field">
        <label htmlFor={id}>{t("changes.reason")}</label>
        <input
          id={id}
          value={reason}
          maxLength={1000}
          onChange={({ target }) => set_reason(target.value)}
        />
      </div>
      <Button data-size="sm" variant="secondary" onClick={() => void decide("reissue")}>
        {t("changes.reissue")}
      </Button>{" "}
      <Button
        data-size="sm"
        variant="secondary"
        disabled={!reason.trim()}
        onClick={() => void decide("keep")}
      >
        {t("changes.keep")}
      </Button>
      {error !== null && <ErrorPanel error={error} />}
    </div>
  );
}
