// The people of the registry, for the administrator: who may log in, and as what.
import { Alert, Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { people } from "../../api/resources";
import type { ListedPerson } from "../../api/types";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { Mark } from "../../ui/mark";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { GivenPasswordForm } from "./given_password_form";
import { PersonForm } from "./person_form";
import "./people.css";

type Open = { form: "new" } | { form: "change" | "password"; person: ListedPerson };

export default function PeoplePage() {
  const { t } = useTexts();
  const list = useResource("people", people.list);
  const [open, set_open] = useState<Open | null>(null);
  const [said, set_said] = useState("");
  const heading = useHeadingFocus(true);
  usePageTitle(t("people.title"));

  const close = () => set_open(null);
  const done = (text: string) => {
    set_open(null);
    set_said(text);
    list.reload();
  };

  return (
    <>
      <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
        {t("people.title")}
      </Heading>
      <Paragraph>{t("people.about")}</Paragraph>
      <div role="status">{said && <Alert data-color="success">{said}</Alert>}</div>
      <Button className="people-add" onClick={() => set_open({ form: "new" })}>
        {t("people.add")}
      </Button>
      {list.error !== null && <ErrorPanel error={list.error} retry={list.reload} />}
      {!list.data && list.loading && <Loading />}
      {list.data && (
        <PeopleTable
          items={list.data.items}
          change={(person) => set_open({ form: "change", person })}
          give_password={(person) => set_open({ form: "password", person })}
        />
      )}
      {open?.form === "new" && (
        <PersonForm done={() => done(t("people.added"))} cancel={close} person={null} />
      )}
      {open?.form === "change" && (
        <PersonForm
          person={open.person}
          done={() => done(t("people.changed", { name: open.person.name }))}
          cancel={close}
        />
      )}
      {open?.form === "password" && (
        <GivenPasswordForm
          person={open.person}
          done={() => done(t("people.password_given", { name: open.person.name }))}
          cancel={close}
        />
      )}
    </>
  );
}

interface TableProps {
  items: ListedPerson[];
  change: (person: ListedPerson) => void;
  give_password: (person: ListedPerson) => void;
}

function PeopleTable({ items, change, give_password }: TableProps) {
  const { t, code } = useTexts();
  return (
    <ScrollTable
      label={t("people.title")}
      caption={t("people.count", { count: items.length })}
      head={(["name", "username", "roles", "laboratory", "state", "actions"] as const).map(
        (name) => (
          <Head key={name}>{t(`people.column.${name}`)}</Head>
        ),
      )}
    >
      {items.map((person) => (
        <tr key={person.username}>
          <th scope="row">{person.name}</th>
          <td>{person.username}</td>
          <td>{person.roles.map((role) => code("role", role)).join(", ")}</td>
          <td>{person.laboratory && `${person.laboratory} (${code("reach", person.reach)})`}</td>
          <td>
            <Mark tone={person.active ? "good" : "neutral"}>
              {t(person.active ? "people.active" : "people.inactive")}
            </Mark>
          </td>
          <td className="people-actions">
            <Button
              variant="secondary"
              data-size="sm"
              onClick={() => change(person)}
              aria-label={t("people.change_one", { name: person.name })}
            >
              {t("people.change")}
            </Button>
            <Button
              variant="secondary"
              data-size="sm"
              onClick={() => give_password(person)}
              aria-label={t("people.give_password_to", { name: person.name })}
            >
              {t("people.give_password")}
            </Button>
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
