// Adds a lot to a strain, grown from the isolate or from an earlier lot.
import { useNavigate, useParams } from "react-router-dom";
import { strains } from "../../api/bank";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { BankFrame } from "./bank_frame";
import { LotForm } from "./lot_form";

export default function NewLotPage() {
  const { number = "" } = useParams();
  const { t } = useTexts();
  const go = useNavigate();
  const strain = useResource(number, () => strains.get(number));
  if (strain.error !== null) return <ErrorPanel error={strain.error} retry={strain.reload} />;
  if (!strain.data) return <Loading />;
  const { lots } = strain.data;
  const last = lots[lots.length - 1];
  return (
    <BankFrame title={t("bank.new_lot", { number })} way={[[`/bank/strains/${number}`, number]]}>
      <LotForm
        passage={(last?.passage ?? 0) + 1}
        label={t("bank.save")}
        fields={[
          {
            name: "parent",
            label: t("bank.grown_from"),
            type: "select",
            initial: String(last?.number ?? ""),
            options: [
              ["", t("bank.the_isolate")],
              ...lots.map((lot): [string, string] => [
                String(lot.number),
                `${t("bank.lot")} ${lot.number}, P${lot.passage}`,
              ]),
            ],
          },
        ]}
        submit={async (values, lot) => {
          await strains.add_lot(number, { ...lot, parent: values.number("parent") });
          go(`/bank/strains/${number}`);
        }}
      />
    </BankFrame>
  );
}
