// The checks of a lot, and the forms that enter one.
import { strains, type Lot, type Strain } from "../../api/bank";
import { useTexts } from "../../i18n/use_texts";
import type { Field, Values } from "./fields";
import { FormDialog } from "./form_dialog";

type Check = Lot["checks"][number];
type Result = Check["result"];

interface Props {
  strain: Strain;
  lot: Lot;
  reload: () => void;
}

export function LotChecks({ strain, lot, reload }: Props) {
  const { t, code } = useTexts();
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Oslo" });
  const common = (results: Result[]): Field[] => [
    {
      name: "result",
      label: t("bank.result"),
      type: "select",
      options: results.map((name) => [name, code("check_result", name)]),
    },
    { name: "checked", label: t("bank.day"), type: "date", required: true, initial: today },
  ];
  const send = (
    kind: Check["kind"],
    values: Values,
    mics: { agent: string; sign: "="; value: number }[],
  ) =>
    strains.check(strain.number, lot.number, {
      kind,
      result: values.text("result") as Result,
      checked: values.text("checked"),
      statement: values.text("statement"),
      analysis: kind === "identity" ? values.number("analysis") : null,
      mics,
    });

  return (
    <div>
      <ul className="bank-tree">
        {lot.checks.map((check) => (
          <li key={check.id}>
            <CheckLine check={check} />
          </li>
        ))}
      </ul>
      <div className="bank-actions">
        <FormDialog
          label={t("bank.check_viability")}
          fields={[
            ...common(["viable", "weak", "not_viable"]),
            { name: "statement", label: t("bank.comment"), type: "area" },
          ]}
          submit={(values) => send("viability", values, [])}
          done={reload}
        />
        <FormDialog
          label={t("bank.check_identity")}
          about={t("bank.identity_about")}
          fields={[
            ...common(["same", "drifted", "other_strain"]),
            { name: "agent", label: t("bank.agent"), hint: t("bank.agent_hint") },
            { name: "mic", label: t("bank.mic"), type: "number", step: "any", min: 0 },
            { name: "analysis", label: t("bank.analysis"), type: "number", min: 1 },
            { name: "statement", label: t("bank.statement"), type: "area" },
          ]}
          submit={(values) => {
            const [agent, value] = [values.text("agent"), values.number("mic")];
            return send(
              "identity",
              values,
              agent && value !== null ? [{ agent, sign: "=", value }] : [],
            );
          }}
          done={reload}
        />
      </div>
    </div>
  );
}

function CheckLine({ check }: { check: Check }) {
  const { t, code, format } = useTexts();
  const mics = check.mics.map((mic) => {
    const steps =
      mic.dilutions === null ? "" : ` (${t("bank.dilutions", { count: mic.dilutions })})`;
    const before =
      mic.before === null
        ? ""
        : `${mic.before_sign === "=" ? "" : mic.before_sign}${mic.before} → `;
    return `${mic.agent} ${format.measured(`${before}${mic.sign === "=" ? "" : mic.sign}${mic.value} mg/L`)}${steps}`;
  });
  return (
    <div>
      <span className="nowrap">{format.day(check.checked)}</span>
      <strong>{code("check_kind", check.kind)}:</strong>
      <span>{code("check_result", check.result)}</span>
      <span className="subtle">
        {[...mics, check.statement, check.entered_by].filter(Boolean).join(" · ")}
      </span>
    </div>
  );
}
