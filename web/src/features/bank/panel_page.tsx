// A panel: its blinded codes; its key stays sealed until a named role opens it.
import { Link, useParams } from "react-router-dom";
import { panels } from "../../api/bank";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Facts } from "../../ui/facts";
import { Loading } from "../../ui/loading";
import { Mark } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";
import { useSession } from "../session/session";
import { BankFrame } from "./bank_frame";
import { FormDialog } from "./form_dialog";

export default function PanelPage() {
  const { number = "" } = useParams();
  const { t, format } = useTexts();
  const { person } = useSession();
  const panel = useResource(number, () => panels.get(number));
  if (panel.error !== null && !panel.data)
    return <ErrorPanel error={panel.error} retry={panel.reload} />;
  if (!panel.data) return <Loading />;
  const { data } = panel;
  const may_open =
    person?.roles.some((role) => role === "microbiologist" || role === "quality_manager") ?? false;
  return (
    <BankFrame
      title={data.number}
      way={[["/bank/panels", t("bank.page.panels")]]}
      aside={
        <Mark tone={data.opened ? "info" : "attention"}>
          {t(data.opened ? "bank.panel.open" : "bank.panel.sealed")}
        </Mark>
      }
    >
      <Section
        id="about"
        title={data.title}
        aside={
          <span className="bank-actions">
            <a href={panels.labels_url(data.number)} target="_blank" rel="noreferrer">
              {t("bank.panel.labels")} (PDF)
            </a>
            {may_open && !data.opened && (
              <FormDialog
                label={t("bank.panel.open_key")}
                danger
                about={t("bank.panel.open_about")}
                fields={[]}
                submit={() => panels.open(data.number)}
                done={panel.reload}
              />
            )}
          </span>
        }
      >
        <Facts
          rows={[
            [t("bank.panel.made"), `${format.moment(data.made)}, ${data.made_by}`],
            [
              t("bank.panel.opened"),
              data.opened && `${format.moment(data.opened)}, ${data.opened_by}`,
            ],
            [t("bank.panel.seed"), data.query.seed],
            [t("bank.panel.digest"), <code className="mono">{data.key_digest}</code>],
          ]}
        />
      </Section>
      <Section id="members" title={t("bank.panel.members", { count: data.members.length })}>
        <ScrollTable
          label={t("bank.panel.key")}
          head={
            <>
              <Head>{t("bank.panel.code")}</Head>
              <Head>{t("bank.strain")}</Head>
              <Head>{t("bank.panel.group_name")}</Head>
            </>
          }
        >
          {data.members.map((member) => (
            <tr key={member.code}>
              <th scope="row" className="mono">
                {member.code}
              </th>
              <td>
                {member.strain ? (
                  <Link to={`/bank/strains/${member.strain}`}>{member.strain}</Link>
                ) : (
                  <span className="subtle">{t("bank.panel.hidden")}</span>
                )}
              </td>
              <td>{member.group ?? <span className="subtle">{t("bank.panel.hidden")}</span>}</td>
            </tr>
          ))}
        </ScrollTable>
      </Section>
    </BankFrame>
  );
}
