// One version of the answer: who did what, and its documents.
import type { Answer, IsolateDetail } from "../../api/types";
import { answers } from "../../api/resources";
import { useTexts } from "../../i18n/use_texts";
import { Mark, tone_of_state } from "../../ui/mark";

interface Props {
  answer: Answer;
  openings: IsolateDetail["openings"];
}

export function AnswerCard({ answer, openings }: Props) {
  const { t, code, format } = useTexts();
  const steps = [
    { name: "drafted", person: answer.created_by, time: answer.created, comment: "" },
    {
      name: "validated",
      person: answer.validated_by,
      time: answer.validated,
      comment: answer.validation_comment,
    },
    {
      name: "approved",
      person: answer.approved_by,
      time: answer.approved,
      comment: answer.approval_comment,
    },
  ] as const;
  return (
    <div className="answer-card">
      <p className="answer-title">
        <strong>{t("answer.version", { version: answer.version })}</strong>{" "}
        <Mark tone={tone_of_state(answer.state)}>{code("answer_state", answer.state)}</Mark>{" "}
        {answer.preliminary && <Mark>{t("answer.preliminary")}</Mark>}{" "}
        <span className="subtle">{code("language", answer.language)}</span>
      </p>
      {answer.analysis === null && <p>{t("answer.no_genome")}</p>}
      {answer.without_genome && (
        <p>{t("answer.without_genome", { reason: answer.without_genome })}</p>
      )}
      {answer.reason && <p>{t("answer.because", { reason: answer.reason })}</p>}
      <ol className="answer-steps">
        {steps.map(({ name, person, time, comment }) => (
          <li key={name} className={person ? "done" : undefined}>
            <span>{t(`answer.step.${name}`)}</span>
            <span className="subtle">
              {person ? `${person}, ${format.moment(time ?? "")}` : t("answer.step.waiting")}
            </span>
            {comment && <q>{comment}</q>}
          </li>
        ))}
      </ol>
      {answer.pdf && <Receipts openings={openings} />}
      <p className="answer-documents">
        <Document
          href={answers.pdf_url(answer.id)}
          name={t(answer.pdf ? "answer.pdf" : "answer.pdf_draft")}
        />
        {answer.pdf && <Document href={answers.json_url(answer.id)} name="JSON" />}
      </p>
    </div>
  );
}

// Who of the referring laboratory has opened it, the first time each.
function Receipts({ openings }: { openings: Props["openings"] }) {
  const { t, format } = useTexts();
  const first = openings.filter(
    (opening, at) => openings.findIndex(({ person }) => person === opening.person) === at,
  );
  if (first.length === 0) return <p className="subtle">{t("answer.not_opened")}</p>;
  return (
    <p className="subtle">
      {t("answer.opened", {
        people: first.map(({ person, time }) => `${person} ${format.moment(time)}`).join(", "),
      })}
    </p>
  );
}

function Document({ href, name }: { href: string; name: string }) {
  const { t } = useTexts();
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {name}
      <span className="visually-hidden"> ({t("ui.new_tab")})</span>
    </a>
  );
}
