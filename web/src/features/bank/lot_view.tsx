// One lot: where it came from, its vials with what can be done with each, its checks.
import { strains, type BankRules, type Lot, type Strain, type Vial } from "../../api/bank";
import { useTexts } from "../../i18n/use_texts";
import { Mark } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { FormDialog } from "./form_dialog";
import { LotChecks } from "./lot_checks";
import { VialMove } from "./vial_move";

interface Props {
  strain: Strain;
  lot: Lot;
  rules: BankRules;
  reload: () => void;
}

export function LotView({ strain, lot, rules, reload }: Props) {
  const { t, format } = useTexts();
  const from = lot.parent === null ? t("bank.the_isolate") : `${t("bank.lot")} ${lot.parent}`;
  return (
    <article className="bank-lot" aria-label={`${t("bank.lot")} ${lot.number}`}>
      <div className="bank-head">
        <h3>
          {t("bank.lot")} {lot.number}{" "}
          <small className="subtle">
            {t("bank.lot_line", {
              from,
              passage: lot.passage,
              day: format.day(lot.made),
              medium: lot.medium,
            })}
          </small>
        </h3>
        <DueMark lot={lot} />
      </div>
      <ScrollTable
        label={t("bank.vials_of", { lot: lot.number })}
        head={
          <>
            <Head>{t("bank.vial")}</Head>
            <Head>{t("bank.where")}</Head>
            <Head number>{t("bank.thaws")}</Head>
            <Head>{t("bank.actions")}</Head>
          </>
        }
      >
        {lot.vials.map((vial) => (
          <VialRow key={vial.code} vial={vial} rules={rules} reload={reload} />
        ))}
      </ScrollTable>
      <LotChecks strain={strain} lot={lot} reload={reload} />
    </article>
  );
}

function DueMark({ lot }: { lot: Lot }) {
  const { t, format } = useTexts();
  if (lot.viability_due === null || lot.days_left === null) return null;
  const tone = lot.days_left < 0 ? "danger" : lot.days_left < 60 ? "attention" : "neutral";
  return (
    <Mark tone={tone}>
      {t(lot.days_left < 0 ? "bank.viability_late" : "bank.viability_due", {
        day: format.day(lot.viability_due),
      })}
    </Mark>
  );
}

function VialRow({ vial, rules, reload }: { vial: Vial; rules: BankRules; reload: () => void }) {
  const { t, language } = useTexts();
  return (
    <tr>
      <th scope="row" className="nowrap">
        {vial.code}
      </th>
      <td>{vial.spot ? `${vial.spot.path}, ${vial.spot.position}` : t("bank.has_left")}</td>
      <td className="number">
        {vial.thaws >= rules.thaw_limit ? <Mark tone="attention">{vial.thaws}</Mark> : vial.thaws}
      </td>
      <td>
        {vial.spot && (
          <span className="bank-actions">
            <FormDialog
              label={t("bank.thaw")}
              about={t("bank.thaw_about", { code: vial.code })}
              fields={[{ name: "comment", label: t("bank.comment"), type: "area" }]}
              submit={(values) =>
                strains.move_vial(vial.code, { kind: "thawed", comment: values.text("comment") })
              }
              done={reload}
            />
            <VialMove vial={vial} done={reload} />
            <FormDialog
              label={t("bank.remove")}
              danger
              about={t("bank.remove_about", { code: vial.code })}
              fields={[
                {
                  name: "reason",
                  label: t("bank.reason"),
                  type: "select",
                  options: rules.removal_reasons
                    .filter((reason) => reason.by_person)
                    .map((reason) => [reason.code, reason[language]]),
                },
                { name: "comment", label: t("bank.comment"), type: "area" },
              ]}
              submit={(values) =>
                strains.move_vial(vial.code, {
                  kind: "removed",
                  reason: values.text("reason"),
                  comment: values.text("comment"),
                })
              }
              done={reload}
            />
          </span>
        )}
      </td>
    </tr>
  );
}
