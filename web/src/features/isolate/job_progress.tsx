// The analysis under way: what it does, how far it is, and its end if a person wants it.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { jobs } from "../../api/resources";
import type { Job } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";

export function is_under_way(job: Job | null): boolean {
  return job?.state === "queued" || job?.state === "running";
}

export function JobProgress({ job, reload }: { job: Job | null; reload: () => void }) {
  const { t, code } = useTexts();
  const [error, set_error] = useState<unknown>(null);
  if (!job) return null;
  if (job.state === "failed")
    return (
      <p role="status">
        {t("job.failed")} <span lang="en">{job.message}</span>
      </p>
    );
  if (job.state === "cancelled") return <p role="status">{t("job.cancelled")}</p>;
  if (!is_under_way(job)) return null;
  const asked = job.cancelled_by !== "";
  const cancel = () => {
    set_error(null);
    jobs.cancel(job.id).then(reload).catch(set_error);
  };
  return (
    <div className="job" role="group" aria-label={t("job.title")}>
      <p role="status">
        {asked ? t("job.ending") : t(`job.state_${job.state === "running" ? "running" : "queued"}`)}
        {!asked && job.stage && ` – ${code("stage", job.stage)}`}
      </p>
      {job.state === "running" && (
        <progress
          aria-label={t("job.title")}
          max={100}
          value={job.progress > 0 ? job.progress : undefined}
        />
      )}
      {error !== null && <ErrorPanel error={error} />}
      {!asked && (
        <Button variant="tertiary" data-color="danger" data-size="sm" onClick={cancel}>
          {t("job.cancel")}
        </Button>
      )}
    </div>
  );
}
