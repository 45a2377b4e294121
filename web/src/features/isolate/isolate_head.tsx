// What isolate this is: accession, species, type, state and clock.
import { Heading } from "@digdir/designsystemet-react";
import { Link } from "react-router-dom";
import type { IsolateDetail } from "../../api/types";
import { Clock } from "../../charts/clock";
import { useTexts } from "../../i18n/use_texts";
import { Mark, tone_of_state } from "../../ui/mark";
import { useHeadingFocus } from "../../ui/page_title";
import { LabelButton } from "../labels/label_form";
import { is_staff } from "../session/roles";
import { useSession } from "../session/session";

export function IsolateHead({ isolate }: { isolate: IsolateDetail }) {
  const { t, code } = useTexts();
  const heading = useHeadingFocus(true);
  const answered = isolate.state === "answered";
  const { person } = useSession();
  const may_bank = is_staff(person);
  return (
    <header className="isolate-head">
      <nav aria-label={t("isolate.breadcrumb")}>
        <Link to="/">{t("work_list.title")}</Link>
      </nav>
      <div className="isolate-head-row">
        <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
          {isolate.accession}
        </Heading>
        <Mark tone={tone_of_state(isolate.state)}>{code("state", isolate.state)}</Mark>
        {isolate.constructed && <Mark>{t("isolate.constructed")}</Mark>}
        <Clock days_used={isolate.days_used} days_left={isolate.days_left} answered={answered} />
        <LabelButton accessions={[isolate.accession]} />
        {may_bank && <Link to={`/isolates/${isolate.accession}/strain`}>{t("bank.to_bank")}</Link>}
      </div>
      <p className="isolate-head-line">
        {isolate.species ? <em>{isolate.species}</em> : t("work_list.not_known_yet")}
        {isolate.st && isolate.st !== "-" && ` ST${isolate.st}`}
        <span className="subtle">
          {" "}
          · {isolate.laboratory.name} · {t("isolate.sender_id", { id: isolate.sender_id })}
        </span>
      </p>
    </header>
  );
}
