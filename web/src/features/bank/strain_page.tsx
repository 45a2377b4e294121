// A strain: terms, lots as they were grown from each other, vials, checks, movements.
import { Link, useParams } from "react-router-dom";
import { bank, strains, type BankRules, type Strain } from "../../api/bank";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Facts } from "../../ui/facts";
import { Loading } from "../../ui/loading";
import { Mark } from "../../ui/mark";
import { Section } from "../../ui/section";
import { BankFrame } from "./bank_frame";
import { FormDialog } from "./form_dialog";
import { LotView } from "./lot_view";
import { Movements } from "./movements";
import { terms_fields, terms_of } from "./terms_fields";

export default function StrainPage() {
  const { number = "" } = useParams();
  const strain = useResource(number, () => strains.get(number));
  const rules = useResource("bank rules", bank.rules);
  const error = strain.error ?? rules.error;
  const retry = () => {
    strain.reload();
    rules.reload();
  };
  if (error !== null && !(strain.data && rules.data))
    return <ErrorPanel error={error} retry={retry} />;
  if (!strain.data || !rules.data) return <Loading />;
  return <Shown strain={strain.data} rules={rules.data} reload={strain.reload} />;
}

function Shown({
  strain,
  rules,
  reload,
}: {
  strain: Strain;
  rules: BankRules;
  reload: () => void;
}) {
  const { t } = useTexts();
  const few = strain.sites.length < strain.least_sites;
  return (
    <BankFrame
      title={strain.number}
      aside={
        few && <Mark tone="attention">{t("bank.few_sites", { count: strain.sites.length })}</Mark>
      }
    >
      <StrainFacts strain={strain} reload={reload} />
      <Section
        id="lots"
        title={t("bank.lots")}
        aside={
          <span className="bank-actions">
            {rules.label_sheets.slice(-2).map((sheet) => (
              <LabelLink key={sheet.id} number={strain.number} sheet={sheet} />
            ))}
            <Link to={`/bank/strains/${strain.number}/new-lot`}>{t("bank.add_lot")}</Link>
          </span>
        }
      >
        {strain.lots.map((lot) => (
          <LotView key={lot.number} strain={strain} lot={lot} rules={rules} reload={reload} />
        ))}
      </Section>
      <Movements movements={strain.movements} rules={rules} />
    </BankFrame>
  );
}

function LabelLink({
  number,
  sheet,
}: {
  number: string;
  sheet: BankRules["label_sheets"][number];
}) {
  const { t, language } = useTexts();
  return (
    <a href={strains.labels_url(number, sheet.id)} target="_blank" rel="noreferrer">
      {t("bank.labels", { sheet: sheet[language] })}
    </a>
  );
}

function StrainFacts({ strain, reload }: { strain: Strain; reload: () => void }) {
  const texts = useTexts();
  const { t, code, format } = texts;
  const terms = strain.terms[strain.terms.length - 1];
  return (
    <Section
      id="about"
      title={t("bank.about")}
      aside={
        <span className="bank-actions">
          <a href={strains.card_url(strain.number)}>{t("bank.card")} (JSON)</a>
          <FormDialog
            label={t("bank.change_terms")}
            about={t("bank.terms_kept")}
            fields={terms_fields(texts, terms)}
            submit={(values) =>
              strains.set_terms(strain.number, {
                ...terms_of(values),
                comment: values.text("comment"),
              })
            }
            done={reload}
          />
        </span>
      }
    >
      <Facts
        rows={[
          [t("bank.isolate"), <Link to={`/isolates/${strain.accession}`}>{strain.accession}</Link>],
          [t("bank.species"), strain.species && <em>{strain.species}</em>],
          ["ST", strain.st === "-" ? "" : strain.st],
          [t("bank.findings"), strain.key_findings.join(", ")],
          [t("bank.risk_group"), terms ? String(terms.risk_group) : ""],
          [t("bank.distribution"), terms ? code("distribution", terms.distribution) : ""],
          [t("bank.nagoya"), terms?.nagoya],
          [t("bank.comment"), terms?.comment],
          [t("bank.sites"), strain.sites.join(", ") || t("bank.no_vial_left")],
          [t("bank.banked"), `${format.moment(strain.banked)}, ${strain.banked_by}`],
        ]}
      />
    </Section>
  );
}
