// What is due in the bank: growth to be checked, vials thawed too often, strains at too few sites.
import { Link } from "react-router-dom";
import { bank, type Due } from "../../api/bank";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { Mark } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";
import { BankFrame } from "./bank_frame";

export default function DuePage() {
  const { t } = useTexts();
  const due = useResource("bank due", bank.due);
  return (
    <BankFrame title={t("bank.page.due")}>
      {due.error !== null && <ErrorPanel error={due.error} retry={due.reload} />}
      {!due.data && due.error === null && <Loading />}
      {due.data && <Lists due={due.data} />}
    </BankFrame>
  );
}

const StrainCells = ({ strain, species }: { strain: string; species: string }) => (
  <>
    <th scope="row" className="nowrap">
      <Link to={`/bank/strains/${strain}`}>{strain}</Link>
    </th>
    <td>
      <em>{species}</em>
    </td>
  </>
);

function Lists({ due }: { due: Due }) {
  const { t, format } = useTexts();
  const strain_heads = (
    <>
      <Head>{t("bank.strain")}</Head>
      <Head>{t("bank.species")}</Head>
    </>
  );
  const nothing = <p className="bank-hint">{t("bank.nothing_due")}</p>;
  return (
    <>
      <Section
        id="viability"
        title={t("bank.due_viability", { count: due.viability.length, days: due.notice_days })}
      >
        {due.viability.length === 0 && nothing}
        {due.viability.length > 0 && (
          <ScrollTable
            label={t("bank.check_viability")}
            head={
              <>
                {strain_heads}
                <Head number>{t("bank.lot")}</Head>
                <Head>{t("bank.deadline")}</Head>
                <Head>{t("bank.last")}</Head>
              </>
            }
          >
            {due.viability.map((lot) => (
              <tr key={`${lot.strain}-${lot.lot}`}>
                <StrainCells strain={lot.strain} species={lot.species} />
                <td className="number">{lot.lot}</td>
                <td>
                  <Mark tone={lot.days_left < 0 ? "danger" : "attention"}>
                    {t(lot.days_left < 0 ? "bank.days_late" : "bank.days_left", {
                      count: Math.abs(lot.days_left),
                    })}
                  </Mark>{" "}
                  {format.day(lot.due)}
                </td>
                <td>{lot.last === null ? t("bank.never") : format.day(lot.last)}</td>
              </tr>
            ))}
          </ScrollTable>
        )}
      </Section>
      <Section
        id="thawed"
        title={t("bank.due_thawed", { count: due.thawed.length, limit: due.thaw_limit })}
      >
        {due.thawed.length === 0 && nothing}
        {due.thawed.length > 0 && (
          <ScrollTable
            label={t("bank.thaws")}
            head={
              <>
                {strain_heads}
                <Head>{t("bank.vial")}</Head>
                <Head number>{t("bank.thaws")}</Head>
              </>
            }
          >
            {due.thawed.map((vial) => (
              <tr key={vial.code}>
                <StrainCells strain={vial.strain} species={vial.species} />
                <td className="nowrap">{vial.code}</td>
                <td className="number">{vial.thaws}</td>
              </tr>
            ))}
          </ScrollTable>
        )}
      </Section>
      <Section
        id="sites"
        title={t("bank.due_sites", { count: due.few_sites.length, least: due.least_sites })}
      >
        {due.few_sites.length === 0 && nothing}
        {due.few_sites.length > 0 && (
          <ScrollTable
            label={t("bank.sites")}
            head={
              <>
                {strain_heads}
                <Head>{t("bank.sites")}</Head>
              </>
            }
          >
            {due.few_sites.map((strain) => (
              <tr key={strain.strain}>
                <StrainCells strain={strain.strain} species={strain.species} />
                <td>{strain.sites.join(", ")}</td>
              </tr>
            ))}
          </ScrollTable>
        )}
      </Section>
    </>
  );
}
