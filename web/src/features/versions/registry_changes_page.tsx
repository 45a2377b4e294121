// Which reported categories would be others under another breakpoint version, over the whole registry.
import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { Link, useSearchParams } from "react-router-dom";
import { interpretations } from "../../api/interpretations";
import type { BreakpointVersion } from "../../api/types";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { Choice } from "../../ui/choice";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import { Section } from "../../ui/section";
import { ChangedAnswers } from "./changed_answers";
import { transitions, type RegistryChanges } from "./registry_changes";
import { RenewedAnswers } from "./renewed_answers";
import { useRegistryChanges } from "./use_registry_changes";
import "./versions.css";

export default function RegistryChangesPage() {
  const { t } = useTexts();
  const versions = useResource("", () => interpretations.versions());
  const heading = useHeadingFocus(true);
  usePageTitle(t("changes.title"));
  return (
    <>
      <nav aria-label={t("isolate.breadcrumb")} className="breadcrumb">
        <Link to="/">{t("work_list.title")}</Link>
      </nav>
      <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
        {t("changes.title")}
      </Heading>
      <Paragraph className="versions-about">{t("changes.about")}</Paragraph>
      {versions.error !== null && <ErrorPanel error={versions.error} retry={versions.reload} />}
      {versions.data && <Changes versions={versions.data.items} />}
      <RenewedAnswers />
    </>
  );
}

function Changes({ versions }: { versions: BreakpointVersion[] }) {
  const { t, language } = useTexts();
  const [address, set_address] = useSearchParams();
  const in_force = versions.find((known) => known.in_force)?.version ?? "";
  const version = address.get("version") ?? in_force;
  const { changes, error, again } = useRegistryChanges(version, language);
  return (
    <Section id="changes" title={t("changes.found")}>
      <Choice
        label={t("versions.under")}
        value={version}
        options={versions.map((known) => [
          known.version,
          known.in_force ? `${known.version} (${t("versions.in_force")})` : known.version,
        ])}
        choose={(name) => set_address({ version: name }, { replace: true })}
      />
      {error !== null && <ErrorPanel error={error} retry={again} />}
      <Counts changes={changes} />
      {!changes.done && error === null && <Loading />}
      {changes.items.length > 0 && <ChangedAnswers items={changes.items} version={version} />}
    </Section>
  );
}

function Counts({ changes }: { changes: RegistryChanges }) {
  const { t } = useTexts();
  const { done, looked_at, total, rows, changed_rows, items } = changes;
  return (
    <div role="status" className="versions-summary">
      <p>
        {t(done ? "changes.all" : "changes.so_far", { looked_at, total, rows })}{" "}
        <strong>
          {changed_rows === 0
            ? t("changes.none")
            : t("changes.count", { count: changed_rows, isolates: items.length })}
        </strong>
      </p>
      {changed_rows > 0 && (
        <ul className="transitions">
          {transitions(items).map(([name, count]) => (
            <li key={name}>
              <strong>{name}</strong> {count}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
