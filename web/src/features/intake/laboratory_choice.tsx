// For whom the reference laboratory registers a referral.
import { useId } from "react";
import { body_of, server } from "../../api/client";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";

export function LaboratoryChoice({
  value,
  choose,
}: {
  value: string;
  choose: (code: string) => void;
}) {
  const { t, code } = useTexts();
  const id = useId();
  const known = useResource("laboratories", () => body_of(server.GET("/api/v1/laboratories")));
  return (
    <div className="field laboratory-choice">
      <label htmlFor={id}>
        {code("referral_field", "laboratory")}
        <span aria-hidden="true"> *</span>
      </label>
      <select id={id} value={value} required onChange={({ target }) => choose(target.value)}>
        <option value="">{t("intake.one.choose_laboratory")}</option>
        {known.data?.items.map((one) => (
          <option key={one.code} value={one.code}>
            {one.name}
          </option>
        ))}
      </select>
      {known.error !== null && <ErrorPanel error={known.error} retry={known.reload} />}
    </div>
  );
}
