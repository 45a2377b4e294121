// Tokens by which programs act for the person: given once, listed, revoked.
import { Alert, Button, Card, Heading, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { tokens } from "../../api/resources";
import type { GivenToken, Token } from "../../api/types";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import "../../ui/field.css";
import { Mark } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";

const days = [30, 90, 180, 365];

export function Tokens() {
  const { t, code } = useTexts();
  const list = useResource("tokens", tokens.list);
  const [given, set_given] = useState<GivenToken | null>(null);
  const [error, set_error] = useState<unknown>(null);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const shown = event.currentTarget;
    const form = new FormData(shown);
    set_error(null);
    tokens
      .give(
        String(form.get("name")),
        form.get("reach") === "change" ? "change" : "read",
        Number(form.get("days")),
      )
      .then((token) => {
        set_given(token);
        shown.reset();
        list.reload();
      }, set_error);
  };
  const revoke = (token: Token) => {
    set_error(null);
    set_given(null);
    tokens.revoke(token.id).then(list.reload, set_error);
  };

  return (
    <Card className="account-card">
      <Heading level={2} data-size="xs">
        {t("tokens.title")}
      </Heading>
      <Paragraph>{t("tokens.about")}</Paragraph>
      {(error ?? list.error) !== null && <ErrorPanel error={error ?? list.error} />}
      {given && (
        <Alert data-color="success" role="status">
          <Paragraph>{t("tokens.given")}</Paragraph>
          <code className="account-token">{given.token}</code>
        </Alert>
      )}
      <form onSubmit={submit} className="account-form">
        <Textfield name="name" label={t("tokens.name")} maxLength={80} required />
        <label className="field">
          <span>{t("tokens.reach")}</span>
          <select name="reach" defaultValue="read">
            <option value="read">{code("token_reach", "read")}</option>
            <option value="change">{code("token_reach", "change")}</option>
          </select>
        </label>
        <label className="field">
          <span>{t("tokens.lasts")}</span>
          <select name="days" defaultValue="90">
            {days.map((count) => (
              <option key={count} value={count}>
                {t("tokens.days", { count })}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit">{t("tokens.give")}</Button>
      </form>
      {list.data && list.data.items.length === 0 && <p className="subtle">{t("tokens.none")}</p>}
      {list.data && list.data.items.length > 0 && (
        <TokenTable items={list.data.items} revoke={revoke} />
      )}
    </Card>
  );
}

function TokenTable({ items, revoke }: { items: Token[]; revoke: (token: Token) => void }) {
  const { t, code, format } = useTexts();
  return (
    <ScrollTable
      label={t("tokens.title")}
      head={(["name", "reach", "expires", "last_used", "state"] as const).map((name) => (
        <Head key={name}>{t(`tokens.column.${name}`)}</Head>
      ))}
    >
      {items.map((token) => (
        <tr key={token.id}>
          <th scope="row">{token.name}</th>
          <td>{code("token_reach", token.reach)}</td>
          <td className="nowrap">{format.moment(token.expires)}</td>
          <td className="nowrap">
            {token.last_used ? format.moment(token.last_used) : t("tokens.never")}
          </td>
          <td>
            {token.valid ? (
              <Button
                variant="secondary"
                data-size="sm"
                data-color="danger"
                onClick={() => revoke(token)}
                aria-label={t("tokens.revoke_one", { name: token.name })}
              >
                {t("tokens.revoke")}
              </Button>
            ) : (
              <Mark>{t(token.revoked ? "tokens.revoked" : "tokens.over")}</Mark>
            )}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
