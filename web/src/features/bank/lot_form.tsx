// The form of a lot: what was frozen, and where its vials go. Banking an isolate asks for its terms too.
import { Button } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import type { NewSpot } from "../../api/bank";
import { useTexts } from "../../i18n/use_texts";
import { Section } from "../../ui/section";
import { BankError } from "./bank_error";
import { ChoosePositions } from "./choose_positions";
import { Fields, Values, type Field } from "./fields";

interface Props {
  fields: Field[]; // before those of the lot
  passage: number;
  submit: (values: Values, lot: LotPart) => Promise<void>;
  label: string; // of the button
}

export interface LotPart {
  made: string;
  passage: number;
  medium: string;
  comment: string;
  vials: NewSpot[];
}

export function LotForm({ fields, passage, submit, label }: Props) {
  const { t } = useTexts();
  const [spots, set_spots] = useState<NewSpot[]>([]);
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Oslo" });

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new Values(event.currentTarget);
    set_busy(true);
    set_error(null);
    submit(values, {
      made: values.text("made"),
      passage: values.number("passage") ?? 0,
      medium: values.text("medium"),
      comment: values.text("lot_comment"),
      vials: spots,
    }).catch((problem: unknown) => {
      set_error(problem);
      set_busy(false);
    });
  };

  const lot_fields: Field[] = [
    { name: "made", label: t("bank.made"), type: "date", required: true, initial: today },
    {
      name: "passage",
      label: t("bank.passage"),
      type: "number",
      required: true,
      min: 0,
      max: 100,
      initial: String(passage),
      hint: t("bank.passage_hint"),
    },
    {
      name: "medium",
      label: t("bank.medium"),
      required: true,
      initial: t("bank.usual_medium"),
    },
    { name: "lot_comment", label: t("bank.comment"), type: "area" },
  ];
  return (
    <form onSubmit={send} className="bank-form">
      {fields.length > 0 && (
        <Section id="terms" title={t("bank.terms")}>
          <Fields fields={fields} />
        </Section>
      )}
      <Section id="lot" title={t("bank.lot")}>
        <Fields fields={lot_fields} />
      </Section>
      <Section id="positions" title={t("bank.positions")}>
        <ChoosePositions spots={spots} choose={set_spots} />
      </Section>
      <BankError error={error} />
      <div className="bank-actions">
        <Button type="submit" disabled={busy || spots.length === 0}>
          {label}
        </Button>
        {spots.length === 0 && <span className="bank-hint">{t("bank.choose_first")}</span>}
      </div>
    </form>
  );
}
