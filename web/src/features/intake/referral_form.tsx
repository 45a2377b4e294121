// The form for one referral; what is wrong stands at its field.
import { Button } from "@digdir/designsystemet-react";
import { useId, useState, type FormEvent } from "react";
import { referrals, type NewReferral, type ReferralReport } from "../../api/referrals";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import "../../ui/field.css";
import { useSession } from "../session/session";
import { LaboratoryChoice } from "./laboratory_choice";
import { Report, words_of } from "./report";

const choices = {
  suspected_group: ["CPO", "ColR", "VRE", "LRE"],
  sends: ["tube", "data", "both"],
  infection_or_carriage: ["", "infection", "carriage"],
  sex: ["", "female", "male", "other"],
} as const;

const groups = {
  isolate: ["sender_id", "suspected_group", "sends", "organism", "sampled", "material"],
  patient: ["patient", "age", "sex", "municipality", "infection_or_carriage", "ward"],
  context: ["travel", "hospital_abroad", "known_contact", "reason", "question"],
} as const;

const required = new Set(["sender_id", "suspected_group", "laboratory"]);

export function ReferralForm() {
  const { t } = useTexts();
  const { person } = useSession();
  const inside = person !== null && !person.roles.includes("referring");
  const [fields, set_fields] = useState<Record<string, string>>(empty);
  const [report, set_report] = useState<ReferralReport | null>(null);
  const [error, set_error] = useState<unknown>(null);
  const set = (name: string, value: string) => set_fields((old) => ({ ...old, [name]: value }));

  const send = async (event: FormEvent) => {
    event.preventDefault();
    set_error(null);
    try {
      const answer = await referrals.register(fields as unknown as NewReferral);
      set_report(answer);
      if (answer.stored) set_fields((old) => ({ ...empty(), laboratory: old.laboratory ?? "" }));
    } catch (problem) {
      set_error(problem);
    }
  };

  return (
    <form className="referral-form" onSubmit={(event) => void send(event)} noValidate>
      <p>{t("intake.one.about")}</p>
      {inside && (
        <LaboratoryChoice
          value={fields.laboratory ?? ""}
          choose={(value) => set("laboratory", value)}
        />
      )}
      {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
        <fieldset key={group}>
          <legend>{t(`intake.one.group.${group}`)}</legend>
          <div className="referral-fields">
            {groups[group].map((name) => (
              <Field
                key={name}
                name={name}
                value={fields[name] ?? ""}
                report={report}
                change={(value) => set(name, value)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {error !== null && <ErrorPanel error={error} />}
      {report && <Report report={report} name={t("intake.one.referral")} />}
      <Button type="submit">{t("intake.one.send")}</Button>
    </form>
  );
}

const empty = (): Record<string, string> => ({ suspected_group: "CPO", sends: "tube" });

interface FieldProps {
  name: string;
  value: string;
  report: ReferralReport | null;
  change: (value: string) => void;
}

function Field({ name, value, report, change }: FieldProps) {
  const { t, code } = useTexts();
  const id = useId();
  const wrong = report?.messages.filter(({ column }) => column === name) ?? [];
  const options = choices[name as keyof typeof choices];
  const common = {
    id,
    value,
    "aria-invalid": wrong.length > 0,
    "aria-describedby": wrong.length > 0 ? `${id}-wrong` : undefined,
    required: required.has(name),
    onChange: (event: { target: { value: string } }) => change(event.target.value),
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {code("referral_field", name)}
        {required.has(name) && <span aria-hidden="true"> *</span>}
      </label>
      {options ? (
        <select {...common}>
          {options.map((option) => (
            <option key={option} value={option}>
              {option ? code("referral_choice", option) : t("intake.one.not_stated")}
            </option>
          ))}
        </select>
      ) : (
        <input {...common} type={name === "sampled" ? "date" : "text"} autoComplete="off" />
      )}
      {wrong.length > 0 && (
        <span id={`${id}-wrong`} className="field-wrong">
          {wrong.map((message) => words_of(message, code)).join(" ")}
        </span>
      )}
    </div>
  );
}
