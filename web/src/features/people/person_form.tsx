// A new person, or a change of name, roles, laboratory and whether the person may log in.
import { Button, Checkbox, Fieldset, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { laboratories, people } from "../../api/resources";
import type { ListedPerson, Role } from "../../api/types";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import "../../ui/field.css";
import { Modal } from "../../ui/modal";
import { roles } from "./roles";

interface Props {
  person: ListedPerson | null; // null: a new one
  done: () => void;
  cancel: () => void;
}

export function PersonForm({ person, done, cancel }: Props) {
  const { t, code } = useTexts();
  const [chosen, set_chosen] = useState<Role[]>(person?.roles ?? []);
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);
  const known = useResource("laboratories", laboratories.list);
  const referring = chosen.includes("referring");

  // A referring person has no other role.
  const toggle = (role: Role) =>
    set_chosen((before) => {
      if (before.includes(role)) return before.filter((one) => one !== role);
      if (role === "referring") return [role];
      return [...before.filter((one) => one !== "referring"), role];
    });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const stated = {
      name: String(form.get("name")).trim(),
      roles: chosen,
      laboratory: referring ? String(form.get("laboratory")) : "",
      reach: form.get("reach") === "region" ? ("region" as const) : ("laboratory" as const),
    };
    set_busy(true);
    set_error(null);
    const sent = person
      ? people.change(person.username, person.etag, {
          ...stated,
          active: form.get("active") === "on",
        })
      : people.add({
          ...stated,
          username: String(form.get("username")).trim(),
          password: String(form.get("password")),
        });
    sent.then(done, (problem: unknown) => {
      set_error(problem);
      set_busy(false);
    });
  };

  return (
    <Modal
      title={person ? t("people.change_one", { name: person.name }) : t("people.add")}
      cancel={cancel}
    >
      <form onSubmit={submit} className="modal-form">
        {!person && (
          <Textfield
            name="username"
            label={t("log_in.username")}
            description={t("people.username_rule")}
            pattern="[a-z][a-z0-9._\-]+"
            maxLength={32}
            autoComplete="off"
            required
          />
        )}
        <Textfield
          name="name"
          label={t("people.name")}
          defaultValue={person?.name}
          maxLength={100}
          required
        />
        {!person && (
          <Textfield
            name="password"
            type="password"
            label={t("people.first_password")}
            description={t("account.password.rule")}
            minLength={12}
            autoComplete="new-password"
            required
          />
        )}
        <Fieldset>
          <Fieldset.Legend>{t("people.column.roles")}</Fieldset.Legend>
          {roles.map((role) => (
            <Checkbox
              key={role}
              value={role}
              label={code("role", role)}
              checked={chosen.includes(role)}
              onChange={() => toggle(role)}
            />
          ))}
        </Fieldset>
        {referring && (
          <>
            <label className="field">
              <span>{t("people.column.laboratory")}</span>
              <select
                key={known.data?.items.length}
                name="laboratory"
                defaultValue={person?.laboratory}
                required
              >
                <option value="">{t("people.choose")}</option>
                {known.data?.items.map((one) => (
                  <option key={one.code} value={one.code}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
            <label className="field">
              <span>{t("people.sees")}</span>
              <select name="reach" defaultValue={person?.reach ?? "laboratory"}>
                <option value="laboratory">{code("reach", "laboratory")}</option>
                <option value="region">{code("reach", "region")}</option>
              </select>
            </label>
          </>
        )}
        {person && (
          <Checkbox
            name="active"
            value="on"
            label={t("people.may_log_in")}
            defaultChecked={person.active}
          />
        )}
        {known.error !== null && <ErrorPanel error={known.error} retry={known.reload} />}
        {error !== null && <ErrorPanel error={error} />}
        <div className="modal-buttons">
          <Button
            type="submit"
            disabled={busy || chosen.length === 0 || (referring && !known.data)}
          >
            {t("people.save")}
          </Button>
          <Button type="button" variant="secondary" onClick={cancel}>
            {t("ui.cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
