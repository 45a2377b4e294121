// Takes an isolate into the bank: terms, first lot, positions of its vials.
import { useNavigate, useParams } from "react-router-dom";
import { strains } from "../../api/bank";
import { useTexts } from "../../i18n/use_texts";
import { BankFrame } from "./bank_frame";
import { LotForm } from "./lot_form";
import { terms_fields, terms_of } from "./terms_fields";

export default function BankIsolatePage() {
  const { accession = "" } = useParams();
  const texts = useTexts();
  const go = useNavigate();
  const { t } = texts;
  // Comment of the lot, not of the terms: one field for comments is enough here.
  const fields = terms_fields(texts).filter((field) => field.name !== "comment");
  return (
    <BankFrame
      title={t("bank.bank_isolate", { accession })}
      way={[[`/isolates/${accession}`, accession]]}
    >
      <LotForm
        fields={fields}
        passage={1}
        label={t("bank.bank")}
        submit={async (values, lot) => {
          const strain = await strains.bank(accession, { ...terms_of(values), ...lot });
          go(`/bank/strains/${strain.number}`);
        }}
      />
    </BankFrame>
  );
}
