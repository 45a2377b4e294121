// Header, main and skip link around every page.
import { Button, SkipLink } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { useSession } from "../features/session/session";
import { useTexts } from "../i18n/use_texts";
import "./frame.css";
import { LanguageSwitch } from "./language_switch";
import { Navigation } from "./navigation";

export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  const { person } = useSession();
  return (
    <>
      <SkipLink href="#main">{t("ui.skip")}</SkipLink>
      <header className="frame-header">
        <Link to="/" className="frame-name">
          <span className="frame-mark" aria-hidden="true" />
          kres
          <span className="frame-subtitle">{t("ui.subtitle")}</span>
        </Link>
        <div className="frame-tools">
          <LanguageSwitch />
          <LoggedIn />
        </div>
      </header>
      {person && <Navigation person={person} />}
      <main id="main" tabIndex={-1} className="frame-main">
        {children}
      </main>
    </>
  );
}

function LoggedIn() {
  const { t, code } = useTexts();
  const { person, log_out } = useSession();
  if (!person) return null;
  return (
    <div className="frame-person">
      {person.roles.includes("administrator") && (
        <Link to="/people" className="frame-link">
          {t("people.title")}
        </Link>
      )}
      <span>
        <Link to="/account" className="frame-link">
          {person.name}
        </Link>
        <small>{person.roles.map((role) => code("role", role)).join(", ")}</small>
      </span>
      <Button variant="secondary" data-size="sm" onClick={() => void log_out()}>
        {t("log_in.log_out")}
      </Button>
    </div>
  );
}
