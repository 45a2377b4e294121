// One's own account: a new password, and tokens for programs.
import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTexts } from "../../i18n/use_texts";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import { useSession } from "../session/session";
import "./account.css";
import { PasswordForm } from "./password_form";
import { Tokens } from "./tokens";

export default function AccountPage() {
  const { t, code } = useTexts();
  const { person } = useSession();
  const heading = useHeadingFocus(true);
  usePageTitle(t("account.title"));
  if (!person) return null;
  return (
    <>
      <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
        {t("account.title")}
      </Heading>
      <Paragraph>
        {person.name} ({person.username}):{" "}
        {person.roles.map((role) => code("role", role)).join(", ")}
        {person.laboratory && `, ${person.laboratory}, ${code("reach", person.reach)}`}
      </Paragraph>
      <PasswordForm />
      <Tokens />
    </>
  );
}
