// The answer to the laboratory: where it stands, the next step, and its versions.
import { useState } from "react";
import type { Answer, IsolateDetail } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { Section } from "../../ui/section";
import { ActionButton } from "./action_button";
import { AnswerCard } from "./answer_card";
import "./answers.css";
import { DraftForm } from "./draft_form";
import { StepDialog, type Step } from "./step_dialog";

interface Props {
  isolate: IsolateDetail;
  etag: string;
  reload: () => void;
}

export function AnswersSection({ isolate, etag, reload }: Props) {
  const { t } = useTexts();
  const [step, set_step] = useState<Step | null>(null);
  const [said, set_said] = useState("");
  const [newest, ...older] = [...isolate.answers].sort((a, b) => b.version - a.version);
  const { permissions } = isolate;
  const genome_read = isolate.analysis !== null;

  const done = (message: string) => {
    set_step(null);
    set_said(message);
    reload();
  };
  const take = (wanted: Step) => {
    set_said("");
    set_step(wanted);
  };

  const openings_of = ({ id }: Answer) =>
    isolate.openings.filter((opening) => opening.answer === id);

  return (
    <Section id="answer" title={t("section.answer")}>
      {/* Said by screen readers when a step is done; always there, so that the change is noticed. */}
      <p role="status" className="answer-said">
        {said}
      </p>
      {newest ? (
        <AnswerCard answer={newest} openings={openings_of(newest)} />
      ) : (
        <p>{t("answer.none")}</p>
      )}
      <div className="answer-actions">
        {/* An unsigned answer that rests on older results is drafted again. */}
        {(!newest || permissions.draft.allowed) && (
          <ActionButton name="draft" permission={permissions.draft} act={() => take("draft")} />
        )}
        {newest?.state === "draft" && (
          <ActionButton
            name="validate"
            permission={permissions.validate}
            act={() => take("validate")}
          />
        )}
        {newest?.state === "validated" && (
          <ActionButton
            name="approve"
            permission={permissions.approve}
            act={() => take("approve")}
          />
        )}
        {newest?.state === "signed" && (
          <ActionButton
            name="amend"
            permission={permissions.amend}
            act={() => take("amend")}
            secondary
          />
        )}
        {permissions.change_kind.allowed && !permissions.draft.allowed && (
          <ActionButton
            name="change_kind"
            permission={permissions.change_kind}
            act={() => take("change_kind")}
            secondary
          />
        )}
      </div>
      {(step === "draft" || step === "amend" || step === "change_kind") && (
        <DraftForm
          title={step}
          preliminary={is_preliminary_wished(step, newest, genome_read)}
          genome_read={genome_read}
          accession={isolate.accession}
          etag={etag}
          done={() => done(t("answer.said.draft"))}
          cancel={() => set_step(null)}
        />
      )}
      {newest && (step === "validate" || step === "approve") && (
        <StepDialog
          step={step}
          answer={newest}
          verdict={isolate.explanation?.verdict ?? ""}
          constructed={isolate.constructed}
          genome_read={genome_read}
          done={() => done(t(`answer.said.${step}`))}
          cancel={() => set_step(null)}
        />
      )}
      {older.length > 0 && (
        <details className="answer-older">
          <summary>{t("answer.older", { count: older.length })}</summary>
          {older.map((version) => (
            <AnswerCard key={version.id} answer={version} openings={openings_of(version)} />
          ))}
        </details>
      )}
    </Section>
  );
}

// The kind that the form offers first: the other one, the same again, or what is usual: a final
// answer once a genome is read.
function is_preliminary_wished(
  step: Step,
  newest: Answer | undefined,
  genome_read: boolean,
): boolean {
  if (!newest || newest.state === "signed") return !genome_read;
  return step === "change_kind" ? !newest.preliminary : newest.preliminary;
}
