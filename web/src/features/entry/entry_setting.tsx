// What holds for all rows of an entry: method, day, indication; and a further row.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { Panel } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { Choice } from "../../ui/choice";
import type { Setting } from "./entry_rows";

export const methods = ["broth_microdilution", "gradient", "disk", "agar_dilution", "automated"];
const indications = ["", "systemic", "meningitis", "urinary_origin", "uncomplicated_uti"];

interface Props {
  setting: Setting;
  change: (setting: Setting) => void;
  method: string;
  choose_method: (method: string) => void;
}

export function SettingFields({ setting, change, method, choose_method }: Props) {
  const { t, code } = useTexts();
  return (
    <fieldset className="entry-setting">
      <legend className="visually-hidden">{t("entry.for_all")}</legend>
      <Choice
        label={t("entry.default_method")}
        value={method}
        options={methods.map((name) => [name, code("method", name)])}
        choose={choose_method}
      />
      <label className="field">
        <span>{t("entry.date")}</span>
        <input
          type="date"
          value={setting.date}
          required
          onChange={(event) => change({ ...setting, date: event.target.value })}
        />
      </label>
      <Choice
        label={t("entry.indication")}
        value={setting.indication}
        options={indications.map((name) => [
          name,
          name ? code("indication", name) : t("entry.not_stated"),
        ])}
        choose={(indication) => change({ ...setting, indication })}
      />
    </fieldset>
  );
}

// An agent by a second method.
export function AddRow({ panel, add }: { panel: Panel; add: (agent: string) => void }) {
  const { t } = useTexts();
  const [agent, set_agent] = useState(panel.agents[0]?.agent ?? "");
  return (
    <div className="entry-add">
      <Choice
        label={t("entry.second_method")}
        value={agent}
        options={panel.agents.map((entry) => [entry.agent, entry.agent_name])}
        choose={set_agent}
      />
      <Button type="button" variant="secondary" data-size="sm" onClick={() => add(agent)}>
        {t("entry.add")}
      </Button>
    </div>
  );
}
