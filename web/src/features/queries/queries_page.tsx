// Questions to senders: those that wait for an answer, and how the others ended.
import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { queries } from "../../api/intake";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import { QueryCard } from "./query_card";
import "./queries.css";

export default function QueriesPage() {
  const { t } = useTexts();
  const all = useResource("queries", () => queries.list());
  const heading = useHeadingFocus(true);
  usePageTitle(t("queries.title"));
  const open = all.data?.items.filter(({ state }) => state === "open") ?? [];
  const closed = all.data?.items.filter(({ state }) => state !== "open") ?? [];
  return (
    <>
      <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
        {t("queries.title")}
      </Heading>
      <Paragraph>{t("queries.about")}</Paragraph>
      {all.error !== null && <ErrorPanel error={all.error} retry={all.reload} />}
      {!all.data && all.loading && <Loading />}
      {all.data && (
        <p role="status" className="subtle">
          {t("queries.count", { count: open.length })}
        </p>
      )}
      <div className="queries">
        {[...open, ...closed].map((query) => (
          <QueryCard key={query.id} query={query} changed={all.reload} />
        ))}
      </div>
    </>
  );
}
