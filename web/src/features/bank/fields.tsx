// The fields of a form as data: a label, a kind, what to choose from.
import { useTexts } from "../../i18n/use_texts";
import "../../ui/field.css";

export interface Field {
  name: string;
  label: string;
  type?: "text" | "number" | "date" | "select" | "area";
  options?: [string, string][]; // of a select: value and what is shown
  initial?: string;
  required?: boolean;
  hint?: string;
  min?: number;
  max?: number;
  step?: string;
}

// `search`: no field of it has to be filled in, which goes without saying.
export function Fields({ fields, search = false }: { fields: Field[]; search?: boolean }) {
  const { t } = useTexts();
  return (
    <div className="bank-fields">
      {fields.map((field) => (
        <label key={field.name} className={field.type === "area" ? "field wide" : "field"}>
          <span>
            {field.label}
            {!search && !field.required && field.type !== "select" && ` (${t("bank.optional")})`}
          </span>
          <Input field={field} />
          {field.hint && <small className="subtle">{field.hint}</small>}
        </label>
      ))}
    </div>
  );
}

function Input({ field }: { field: Field }) {
  const { name, initial = "", required = false } = field;
  if (field.type === "select")
    return (
      <select name={name} defaultValue={initial} required={required}>
        {field.options?.map(([value, shown]) => (
          <option key={value} value={value}>
            {shown}
          </option>
        ))}
      </select>
    );
  if (field.type === "area")
    return <textarea name={name} defaultValue={initial} required={required} />;
  return (
    <input
      type={field.type ?? "text"}
      name={name}
      defaultValue={initial}
      required={required}
      min={field.min}
      max={field.max}
      step={field.step}
    />
  );
}

// What was typed, white space trimmed.
export class Values {
  private readonly form: FormData;

  constructor(form: HTMLFormElement) {
    this.form = new FormData(form);
  }
  text(name: string): string {
    return String(this.form.get(name) ?? "").trim();
  }
  number(name: string): number | null {
    const typed = this.text(name).replace(",", ".");
    return typed === "" ? null : Number(typed);
  }
  list(name: string): string[] {
    return this.text(name)
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
  }
}
