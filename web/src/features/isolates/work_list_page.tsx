// The work list: every isolate under way, the one with least time left first.
import { Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { Link, useSearchParams } from "react-router-dom";
import type { ListedState } from "../../api/resources";
import type { IsolateCounts } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import { BatchSteps } from "./batch_steps";
import { listed_state, WorkListFilters } from "./filters";
import { useWorkList } from "./use_work_list";
import "./work_list.css";
import { TurnaroundSummary } from "./turnaround_summary";
import { WorkListTable } from "./work_list_table";

export function WorkListPage() {
  const { t } = useTexts();
  const [address, set_address] = useSearchParams();
  const state = listed_state(address.get("state"));
  const text = address.get("q") ?? "";
  const list = useWorkList(state, text);
  const heading = useHeadingFocus(true);
  usePageTitle(t("work_list.title"));

  const filter = (next: { state?: ListedState; text?: string }) => {
    const merged = { state, text, ...next };
    const query: Record<string, string> = {};
    if (merged.state) query.state = merged.state;
    if (merged.text) query.q = merged.text;
    set_address(query, { replace: true });
  };

  return (
    <>
      <div className="work-list-head">
        <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
          {t("work_list.title")}
        </Heading>
        <TurnaroundSummary />
        {list.first && (
          <Overdue counts={list.first.counts} show={() => filter({ state: "overdue" })} />
        )}
      </div>
      <p className="work-list-links">
        <Link to="/interpretation-changes">{t("changes.title")}</Link>
      </p>
      <WorkListFilters
        state={state}
        text={text}
        counts={list.first?.counts ?? null}
        onChange={filter}
      />
      {list.error !== null && <ErrorPanel error={list.error} retry={list.reload} />}
      {!list.first && list.loading && <Loading />}
      {list.first && (
        <>
          <Paragraph role="status" className="subtle" data-size="sm">
            {t("work_list.shown", { shown: list.items.length, count: list.first.total })}
          </Paragraph>
          <BatchSteps items={list.items} changed={list.reload} />
          {list.items.length > 0 ? (
            <WorkListTable items={list.items} />
          ) : (
            <p className="work-list-empty">
              {t(state || text ? "work_list.no_match" : "work_list.empty")}
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

function Overdue({ counts, show }: { counts: IsolateCounts; show: () => void }) {
  const { t } = useTexts();
  const count = counts.overdue;
  if (count === 0) return null;
  return (
    <Button variant="secondary" data-color="danger" onClick={show}>
      {t("work_list.overdue", { count })}
    </Button>
  );
}
