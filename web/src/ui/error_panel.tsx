// What went wrong, in the reader's language, and what to do.
import { Alert, Button, Paragraph } from "@digdir/designsystemet-react";
import { Problem } from "../api/problem";
import { useTexts } from "../i18n/use_texts";

const why = "answer.why.";
const qc_why = "qc.why.";

export function ErrorPanel({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t, code } = useTexts();
  return (
    <Alert data-color="danger" role="alert">
      <Paragraph>{text_of(error)}</Paragraph>
      {retry && (
        <Button variant="secondary" onClick={retry}>
          {t("ui.try_again")}
        </Button>
      )}
    </Alert>
  );

  function text_of(problem: unknown): string {
    if (!(problem instanceof Problem)) return t("ui.unexpected_error");
    // A refusal by the rules of answers says why in its detail.
    if (problem.detail.startsWith(why)) return code("why", problem.detail.slice(why.length));
    if (problem.detail.startsWith(qc_why))
      return code("qc_why", problem.detail.slice(qc_why.length));
    const known = code("problem", problem.key);
    return known === problem.key ? problem.detail || t("ui.unexpected_error") : known;
  }
}
