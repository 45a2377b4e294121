// One isolate: the verdict first, then what it rests on, and the answer to the laboratory.
import { useParams } from "react-router-dom";
import { isolates } from "../../api/resources";
import type { IsolateDetail } from "../../api/types";
import { usePolling } from "../../api/use_polling";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { usePageTitle } from "../../ui/page_title";
import { AnswersSection } from "../answers/answers_section";
import { PatientSection } from "../patient/patient_section";
import { QueriesSection } from "../queries/queries_section";
import { AnalysesSection } from "./analyses";
import { EarlierSection } from "./earlier";
import { FilesSection } from "./files";
import { GenomeSection } from "./genome/genome_section";
import { HistorySection } from "./history";
import { IsolateHead } from "./isolate_head";
import "./isolate.css";
import { is_under_way } from "./job_progress";
import { PageMap } from "./page_map";
import { is_of_reads, ReadsSection } from "./reads/reads_section";
import { ReconciliationSection } from "./reconciliation/reconciliation_section";
import { ReferralSection } from "./referral";
import { SusceptibilitySection } from "./susceptibility";
import { TestsSection } from "./tests/tests_section";
import { TurnaroundSection } from "./turnaround";
import { VerdictBox } from "./verdict";
import { WorkUpSection } from "./work_up";

export default function IsolatePage() {
  const { accession = "" } = useParams();
  const { language } = useTexts();
  const isolate = useResource(`${accession}|${language}`, () => isolates.get(accession, language));
  usePageTitle(accession);
  usePolling(is_under_way(isolate.data?.value.job ?? null), isolate.reload);

  if (isolate.error !== null && !isolate.data)
    return <ErrorPanel error={isolate.error} retry={isolate.reload} />;
  if (!isolate.data) return <Loading />;
  const { value, etag } = isolate.data;
  return (
    <>
      <IsolateHead isolate={value} />
      {isolate.error !== null && <ErrorPanel error={isolate.error} retry={isolate.reload} />}
      <VerdictBox isolate={value} />
      <div className="isolate-columns">
        <div className="isolate-side">
          <AnswersSection isolate={value} etag={etag} reload={isolate.reload} />
          <ReferralSection isolate={value} />
          <PatientSection accession={value.accession} reload={isolate.reload} />
          <EarlierSection isolates={value.earlier} />
          <QueriesSection isolate={value} reload={isolate.reload} />
          <TurnaroundSection isolate={value} reload={isolate.reload} />
        </div>
        <div className="isolate-main">
          <PageMap of_reads={is_of_reads(value.analysis)} />
          <Findings isolate={value} />
          <TestsSection isolate={value} reload={isolate.reload} />
          <AnalysesSection isolate={value} etag={etag} reload={isolate.reload} />
          <FilesSection isolate={value} reload={isolate.reload} />
          <HistorySection events={value.history} />
        </div>
      </div>
    </>
  );
}

function Findings({ isolate }: { isolate: IsolateDetail }) {
  return (
    <>
      <SusceptibilitySection isolate={isolate} />
      <ReconciliationSection isolate={isolate} />
      <WorkUpSection explanation={isolate.explanation} />
      <GenomeSection analysis={isolate.analysis} absent={isolate.explanation?.absent ?? []} />
      <ReadsSection analysis={isolate.analysis} />
    </>
  );
}
