// Every movement of a strain's vials, the newest first.
import type { BankRules, Strain } from "../../api/bank";
import { useTexts } from "../../i18n/use_texts";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";

export function Movements({
  movements,
  rules,
}: {
  movements: Strain["movements"];
  rules: BankRules;
}) {
  const { t, code, format, language } = useTexts();
  const reason = (name: string) =>
    rules.removal_reasons.find((known) => known.code === name)?.[language] ?? name;
  return (
    <Section id="movements" title={t("bank.movements", { count: movements.length })}>
      <ScrollTable
        label={t("bank.page.places")}
        head={
          <>
            <Head>{t("bank.when")}</Head>
            <Head>{t("bank.vial")}</Head>
            <Head>{t("bank.event")}</Head>
            <Head>{t("bank.where")}</Head>
            <Head>{t("bank.details")}</Head>
            <Head>{t("bank.by")}</Head>
          </>
        }
      >
        {movements.map((movement, row) => (
          <tr key={row}>
            <td className="nowrap">{format.moment(movement.at)}</td>
            <td className="nowrap">{movement.vial}</td>
            <td>{code("movement", movement.kind)}</td>
            <td>
              {[movement.from, movement.kind === "thawed" ? null : movement.to]
                .filter((spot) => spot !== null)
                .map((spot) => `${spot?.path}, ${spot?.position}`)
                .join(" → ")}
            </td>
            <td>{[reason(movement.reason), movement.comment].filter(Boolean).join(": ")}</td>
            <td>{movement.person}</td>
          </tr>
        ))}
      </ScrollTable>
    </Section>
  );
}
