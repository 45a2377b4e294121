// Entry of measurements: one row an agent of the species' panel, all saved at once.
import { Heading } from "@digdir/designsystemet-react";
import { Link, useParams } from "react-router-dom";
import { measurements } from "../../api/measurements";
import { isolates } from "../../api/resources";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import "./entry.css";
import { EntryForm } from "./entry_form";

export default function EntryPage() {
  const { accession = "" } = useParams();
  const { t, language } = useTexts();
  const isolate = useResource(`${accession}|${language}`, () => isolates.get(accession, language));
  const panel = useResource(`${accession}|${language}`, () =>
    measurements.panel(accession, language),
  );
  const heading = useHeadingFocus(true);
  usePageTitle(`${t("entry.title")} ${accession}`);
  const error = isolate.error ?? panel.error;
  const reload = () => {
    isolate.reload();
    panel.reload();
  };
  return (
    <>
      <nav aria-label={t("isolate.breadcrumb")} className="breadcrumb">
        <Link to="/">{t("work_list.title")}</Link> /{" "}
        <Link to={`/isolates/${accession}`}>{accession}</Link>
      </nav>
      <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
        {t("entry.title")}
      </Heading>
      {error !== null && <ErrorPanel error={error} retry={reload} />}
      {!error && !(isolate.data && panel.data) && <Loading />}
      {isolate.data && panel.data && (
        <>
          <p className="entry-about">
            {panel.data.organism ? <em>{panel.data.organism}</em> : t("work_list.not_known_yet")}
            <span className="subtle"> · {panel.data.version}</span>
          </p>
          <EntryForm
            accession={accession}
            panel={panel.data}
            stored={isolate.data.value.measurements}
            etag={isolate.data.etag}
          />
        </>
      )}
    </>
  );
}
