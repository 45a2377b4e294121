// The page of a referring laboratory: its own isolates, how far they have come, and signed answers.
import { Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useSearchParams } from "react-router-dom";
import { useTexts } from "../../i18n/use_texts";
import "../../ui/chips.css";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import { SearchField } from "../../ui/search_field";
import { ReferredTable } from "./referred_table";
import { useReferred } from "./use_referred";

export function ReferredPage() {
  const { t } = useTexts();
  const [address, set_address] = useSearchParams();
  const answered = address.get("progress") === "answered";
  const text = address.get("q") ?? "";
  const list = useReferred(answered, text);
  const heading = useHeadingFocus(true);
  usePageTitle(t("referred.title"));

  const filter = (next: { answered?: boolean; text?: string }) => {
    const merged = { answered, text, ...next };
    const query: Record<string, string> = {};
    if (merged.answered) query.progress = "answered";
    if (merged.text) query.q = merged.text;
    set_address(query, { replace: true });
  };

  return (
    <>
      <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
        {t("referred.title")}
      </Heading>
      <Paragraph>{t("referred.about")}</Paragraph>
      <div className="work-list-filters" role="search" aria-label={t("work_list.filter")}>
        <SearchField
          label={t("referred.search")}
          text={text}
          onChange={(next) => filter({ text: next })}
        />
        <div role="group" aria-label={t("work_list.by_state")} className="chips">
          {[false, true].map((only) => (
            <button
              key={String(only)}
              type="button"
              aria-pressed={answered === only}
              onClick={() => filter({ answered: only })}
            >
              {t(only ? "referred.answered" : "referred.all")}
            </button>
          ))}
        </div>
      </div>
      {list.error !== null && <ErrorPanel error={list.error} retry={list.reload} />}
      {!list.first && list.loading && <Loading />}
      {list.first && (
        <>
          <Paragraph role="status" className="subtle" data-size="sm">
            {t("referred.shown", { shown: list.items.length, count: list.first.total })}
          </Paragraph>
          {list.items.length > 0 ? (
            <ReferredTable items={list.items} />
          ) : (
            <p className="work-list-empty">
              {t(answered || text ? "work_list.no_match" : "referred.empty")}
            </p>
          )}
          {list.more && (
            <Button variant="secondary" onClick={list.more}>
              {t("work_list.more")}
            </Button>
          )}
        </>
      )}
    </>
  );
}
