// What became, or would become, of the referrals that were sent, row by row.
import { Alert } from "@digdir/designsystemet-react";
import type { ReferralReport, RegisteredReferral, RowMessage } from "../../api/referrals";
import { useTexts } from "../../i18n/use_texts";
import { Mark, type Tone } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { LabelButton } from "../labels/label_form";

const most_shown = 200;
const tones: Record<RegisteredReferral["outcome"], Tone> = {
  created: "good",
  extended: "good",
  unchanged: "neutral",
  differing: "attention",
};

export function Report({ report, name }: { report: ReferralReport; name: string }) {
  const { t } = useTexts();
  const errors = report.messages.filter(({ severity }) => severity === "error");
  return (
    <div className="intake-report" role="status">
      <Summary report={report} errors={errors.length} name={name} />
      {report.messages.length > 0 && <Messages messages={report.messages} />}
      {report.referrals.length > 0 && errors.length === 0 && (
        <Outcomes referrals={report.referrals} />
      )}
      {report.stored && (
        <LabelButton
          accessions={report.referrals.map(({ accession }) => accession).filter(Boolean)}
        />
      )}
      {report.referrals.length > most_shown && errors.length === 0 && (
        <p className="subtle">{t("intake.first_shown", { shown: most_shown })}</p>
      )}
    </div>
  );
}

function Summary({
  report,
  errors,
  name,
}: {
  report: ReferralReport;
  errors: number;
  name: string;
}) {
  const { t } = useTexts();
  if (errors > 0)
    return (
      <Alert data-color="danger" role="alert">
        {t("intake.refused", { name, count: errors })}
      </Alert>
    );
  return (
    <Alert data-color={report.stored ? "success" : "info"}>
      {t(report.stored ? "intake.stored" : "intake.checked", { name, ...report.counts })}
    </Alert>
  );
}

function Messages({ messages }: { messages: RowMessage[] }) {
  const { t, code } = useTexts();
  return (
    <ScrollTable
      label={t("intake.messages")}
      head={
        <>
          <Head number>{t("intake.column.line")}</Head>
          <Head>{t("intake.column.column")}</Head>
          <Head>{t("intake.column.message")}</Head>
        </>
      }
    >
      {messages.slice(0, most_shown).map((message, i) => (
        <tr key={i}>
          <td className="number">{message.line || "–"}</td>
          <td>{message.column ? code("referral_field", message.column) : "–"}</td>
          <td>
            {message.severity === "warning" && <Mark tone="attention">{t("intake.warning")}</Mark>}{" "}
            {words_of(message, code)}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}

// A code without a text of its own is said in the server's words.
export function words_of(message: RowMessage, code: ReturnType<typeof useTexts>["code"]): string {
  const words = code("row_message", message.code, { text: message.text });
  return words === message.code ? message.text : words;
}

function Outcomes({ referrals }: { referrals: RegisteredReferral[] }) {
  const { t, code } = useTexts();
  return (
    <ScrollTable
      label={t("intake.outcomes")}
      head={
        <>
          <Head number>{t("intake.column.line")}</Head>
          <Head>{t("intake.column.sender_id")}</Head>
          <Head>{t("intake.column.accession")}</Head>
          <Head>{t("intake.column.outcome")}</Head>
        </>
      }
    >
      {referrals.slice(0, most_shown).map((one) => (
        <tr key={`${one.laboratory} ${one.sender_id}`}>
          <td className="number">{one.line}</td>
          <th scope="row">{one.sender_id}</th>
          <td className="mono">{one.accession || "–"}</td>
          <td>
            <Mark tone={tones[one.outcome]}>{code("referral_outcome", one.outcome)}</Mark>
            {one.differences.length > 0 && (
              <span className="method">
                {t("intake.kept", {
                  fields: one.differences
                    .map(({ field }) => code("referral_field", field))
                    .join(", "),
                })}
              </span>
            )}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
