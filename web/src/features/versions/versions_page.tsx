// One isolate's results as they were read, beside another breakpoint version.
import { Heading } from "@digdir/designsystemet-react";
import { Link, useParams, useSearchParams } from "react-router-dom";
import { interpretations } from "../../api/interpretations";
import { answers, isolates } from "../../api/resources";
import type { Answer, BreakpointVersion, IsolateDetail } from "../../api/types";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { Choice } from "../../ui/choice";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import { Section } from "../../ui/section";
import { Comparison } from "./comparison";
import "./versions.css";

export default function VersionsPage() {
  const { accession = "" } = useParams();
  const { t, language } = useTexts();
  const isolate = useResource(`${accession}|${language}`, () => isolates.get(accession, language));
  const versions = useResource("", () => interpretations.versions());
  const heading = useHeadingFocus(true);
  usePageTitle(`${t("versions.title")} ${accession}`);
  const error = isolate.error ?? versions.error;
  return (
    <>
      <nav aria-label={t("isolate.breadcrumb")} className="breadcrumb">
        <Link to="/">{t("work_list.title")}</Link> /{" "}
        <Link to={`/isolates/${accession}`}>{accession}</Link>
      </nav>
      <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
        {t("versions.title")}
      </Heading>
      {error !== null && <ErrorPanel error={error} />}
      {!error && !(isolate.data && versions.data) && <Loading />}
      {isolate.data && versions.data && (
        <Compared isolate={isolate.data.value} versions={versions.data.items} />
      )}
    </>
  );
}

// The address says what is compared: ?version=EUCAST v15.0&answer=3
function Compared({
  isolate,
  versions,
}: {
  isolate: IsolateDetail;
  versions: BreakpointVersion[];
}) {
  const { t, format } = useTexts();
  const [address, set_address] = useSearchParams();
  const answered = isolate.answers.filter((answer) => answer.state === "signed");
  const answer = answered.find(({ id }) => String(id) === address.get("answer")) ?? null;
  const version = address.get("version") ?? other_version(isolate, versions);
  const choose = (part: { version?: string; answer?: string }) => {
    const next = { version, answer: answer ? String(answer.id) : "", ...part };
    set_address(
      { version: next.version, ...(next.answer && { answer: next.answer }) },
      { replace: true },
    );
  };
  return (
    <Section id="versions" title={t("versions.compared")}>
      <div className="versions-choice">
        {answered.length > 0 && (
          <Choice
            label={t("versions.results")}
            value={answer ? String(answer.id) : ""}
            options={[
              ["", t("versions.standing")],
              ...answered.map((signed): [string, string] => [
                String(signed.id),
                t("versions.of_answer", {
                  version: signed.version,
                  day: format.day(signed.approved ?? ""),
                }),
              ]),
            ]}
            choose={(id) => choose({ answer: id })}
          />
        )}
        <Choice
          label={t("versions.under")}
          value={version}
          options={versions.map((known) => [
            known.version,
            known.in_force ? `${known.version} (${t("versions.in_force")})` : known.version,
          ])}
          choose={(name) => choose({ version: name })}
        />
      </div>
      {answer && <AsIssued answer={answer} />}
      <Comparison accession={isolate.accession} answer={answer} version={version} />
    </Section>
  );
}

// The newest version that the results were not read under.
function other_version(isolate: IsolateDetail, versions: BreakpointVersion[]): string {
  const read_under = isolate.explanation?.breakpoint_version;
  const other = versions.find(({ version }) => version !== read_under);
  return (other ?? versions[0])?.version ?? "";
}

function AsIssued({ answer }: { answer: Answer }) {
  const { t } = useTexts();
  return (
    <p>
      {t("versions.as_issued")}{" "}
      <a href={answers.pdf_url(answer.id)} target="_blank" rel="noreferrer">
        {t("answer.pdf")}
        <span className="visually-hidden"> ({t("ui.new_tab")})</span>
      </a>{" "}
      <a href={answers.json_url(answer.id)} target="_blank" rel="noreferrer">
        JSON
        <span className="visually-hidden"> ({t("ui.new_tab")})</span>
      </a>
    </p>
  );
}
