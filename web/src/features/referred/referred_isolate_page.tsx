// One isolate on the page of the laboratory that referred it: how far it is, its answers, its files.
import { Heading } from "@digdir/designsystemet-react";
import { Link, useParams } from "react-router-dom";
import { referred } from "../../api/resources";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import { Section } from "../../ui/section";
import { UploadPanel } from "../isolate/upload/upload_panel";
import { ReferredTable } from "./referred_table";

export default function ReferredIsolatePage() {
  const { accession = "" } = useParams();
  const { t } = useTexts();
  const isolate = useResource(accession, () => referred.get(accession));
  const heading = useHeadingFocus(isolate.data !== null);
  usePageTitle(isolate.data?.sender_id ?? accession);
  if (isolate.error !== null && !isolate.data)
    return <ErrorPanel error={isolate.error} retry={isolate.reload} />;
  if (!isolate.data) return <Loading />;
  const { sender_id, open_queries, answered } = isolate.data;
  return (
    <>
      <p className="breadcrumb">
        <Link to="/">{t("ui.nav.referred")}</Link>
      </p>
      <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
        {sender_id} <span className="subtle">{accession}</span>
      </Heading>
      {open_queries > 0 && (
        <p>
          <Link to="/queries">{t("queries.count", { count: open_queries })}</Link>
        </p>
      )}
      <ReferredTable items={[isolate.data]} />
      {!answered && (
        <Section id="files" title={t("referred.files")}>
          <p>{t("referred.files_about")}</p>
          <UploadPanel accession={accession} reload={isolate.reload} />
        </Section>
      )}
    </>
  );
}
