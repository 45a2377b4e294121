// A sheet is checked as soon as it is chosen, and stored when somebody has seen what it would do.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { referrals, type ReferralReport } from "../../api/referrals";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { FileChoice } from "../isolate/upload/file_choice";
import "../isolate/upload/upload.css";
import { Report } from "./report";
import { template_url } from "./template";

interface Checked {
  name: string;
  bytes: Uint8Array;
  report: ReferralReport;
}

export function SheetForm() {
  const { t } = useTexts();
  const [checked, set_checked] = useState<Checked | null>(null);
  const [busy, set_busy] = useState(false);
  const [error, set_error] = useState<unknown>(null);

  const send = async (name: string, bytes: Uint8Array, dry_run: boolean) => {
    set_busy(true);
    set_error(null);
    try {
      set_checked({ name, bytes, report: await referrals.register_sheet(bytes, dry_run) });
    } catch (problem) {
      set_error(problem);
    } finally {
      set_busy(false);
    }
  };
  const choose = async (files: File[]) => {
    set_checked(null);
    if (files[0]) await send(files[0].name, new Uint8Array(await files[0].arrayBuffer()), true);
  };

  const report = checked?.report;
  const wrong = report?.messages.some(({ severity }) => severity === "error") ?? false;
  const counts = report?.counts;
  const storable = report && !report.stored && !wrong;
  const news = (counts?.created ?? 0) + (counts?.extended ?? 0);
  return (
    <>
      <p>
        {t("intake.sheet.about")}{" "}
        <a href={template_url()} download="kres.csv">
          {t("intake.sheet.template")}
        </a>
      </p>
      <FileChoice
        label={t("intake.sheet.file")}
        hint={t("intake.sheet.hint")}
        choose={(files) => void choose(files)}
      />
      {busy && <Loading />}
      {error !== null && <ErrorPanel error={error} />}
      {checked && report && !busy && (
        <>
          <Report report={report} name={checked.name} />
          {storable && news > 0 && (
            <Button onClick={() => void send(checked.name, checked.bytes, false)}>
              {t("intake.sheet.store", { count: news })}
            </Button>
          )}
        </>
      )}
    </>
  );
}
