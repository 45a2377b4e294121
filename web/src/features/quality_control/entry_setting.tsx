// What holds for all rows of an entry of quality control: strain, method, day, lot, medium.
import type { QcStrain } from "../../api/quality_control";
import { useTexts } from "../../i18n/use_texts";
import { Choice } from "../../ui/choice";
import { methods } from "../entry/entry_setting";
import type { QcSetting } from "./qc_rows";

interface Props {
  strains: QcStrain[];
  setting: QcSetting;
  today: string;
  change: (setting: QcSetting) => void;
}

export function EntrySetting({ strains, setting, today, change }: Props) {
  const { t, code } = useTexts();
  const part = (piece: Partial<QcSetting>) => change({ ...setting, ...piece });
  return (
    <fieldset className="qc-setting">
      <legend className="visually-hidden">{t("qc.for_all")}</legend>
      <Choice
        label={t("qc.column.strain")}
        value={setting.strain}
        options={strains.map(({ strain, species }) => [strain, `${strain} (${species})`])}
        choose={(strain) => part({ strain })}
      />
      <Choice
        label={t("qc.column.method")}
        value={setting.method}
        options={methods.map((name) => [name, code("method", name)])}
        choose={(method) => part({ method })}
      />
      <label className="field">
        <span>{t("qc.column.day")}</span>
        <input
          type="date"
          required
          max={today}
          value={setting.day}
          onChange={({ target }) => part({ day: target.value })}
        />
      </label>
      {(["lot", "medium"] as const).map((name) => (
        <label className="field" key={name}>
          <span>{t(`qc.column.${name}`)}</span>
          <input
            size={14}
            maxLength={100}
            value={setting[name]}
            onChange={({ target }) => part({ [name]: target.value })}
          />
        </label>
      ))}
    </fieldset>
  );
}
