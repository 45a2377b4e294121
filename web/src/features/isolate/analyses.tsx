// The genome analyses of the isolate with the versions they were made with; a new one can be asked for.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { isolates } from "../../api/resources";
import type { IsolateDetail } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Mark } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";
import { JobProgress } from "./job_progress";

interface Props {
  isolate: IsolateDetail;
  etag: string;
  reload: () => void;
}

export function AnalysesSection({ isolate, etag, reload }: Props) {
  const { t, code, format } = useTexts();
  const has_genome = isolate.files.length > 0;
  const has_results = isolate.measurements.length > 0 || isolate.tests.length > 0;
  const [error, set_error] = useState<unknown>(null);
  const [asked, set_asked] = useState(false);
  const again = () => {
    set_error(null);
    isolates
      .analyse_again(isolate.accession, etag)
      .then(() => {
        set_asked(true);
        reload();
      })
      .catch(set_error);
  };
  return (
    <Section
      id="analyses"
      title={t("section.analyses")}
      aside={
        (has_genome || has_results) && (
          <Button variant="secondary" data-size="sm" onClick={again} disabled={asked}>
            {t(has_genome ? "analyses.again" : "analyses.explain_again")}
          </Button>
        )
      }
    >
      {error !== null && <ErrorPanel error={error} />}
      {asked && <p role="status">{t("analyses.asked")}</p>}
      <JobProgress job={isolate.job ?? null} reload={reload} />
      {isolate.analyses.length === 0 ? (
        <p>{t(isolate.explanation ? "analyses.none_explained" : "analyses.none")}</p>
      ) : (
        <ScrollTable
          label={t("section.analyses")}
          head={
            <>
              <Head>{t("analyses.created")}</Head>
              <Head>{t("analyses.software")}</Head>
              <Head>{t("analyses.reference")}</Head>
              <Head>{t("analyses.status")}</Head>
            </>
          }
        >
          {isolate.analyses.map((run) => (
            <tr key={run.id}>
              <td className="nowrap">{format.moment(run.created)}</td>
              <td>{run.software}</td>
              <td>
                {run.reference.name}{" "}
                <code>{run.reference.digest.replace("sha256:", "").slice(0, 12)}</code>
              </td>
              <td>
                {code("verdict", run.status)}{" "}
                {run.current && <Mark tone="info">{t("analyses.current")}</Mark>}
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </Section>
  );
}
