// A refusal of the bank: the headline in the reader's language, and what the server says of it.
import { Alert, Paragraph } from "@digdir/designsystemet-react";
import { Problem } from "../../api/problem";
import { useTexts } from "../../i18n/use_texts";

export function BankError({ error }: { error: unknown }) {
  const { t, code } = useTexts();
  if (error === null) return null;
  const problem = error instanceof Problem ? error : null;
  const headline = problem ? code("problem", problem.key) : t("ui.unexpected_error");
  const known = problem !== null && headline !== problem.key;
  return (
    <Alert data-color="danger" role="alert">
      {(known || !problem) && <Paragraph>{headline}</Paragraph>}
      {problem?.detail && (
        <p className="bank-detail" lang="en">
          {problem.detail}
        </p>
      )}
    </Alert>
  );
}
