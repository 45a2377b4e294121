// The work list: every isolate under way, the one with least time left first.
import { Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router-dom";
import { isolates, type ListedState } from "../../api/resources";
import type { IsolateCounts, IsolateList, IsolateSummary } from "../../api/types";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import { listed_state, WorkListFilters } from "./filters";
import "./work_list.css";
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
        {list.first && (
          <Overdue counts={list.first.counts} show={() => filter({ state: "overdue" })} />
        )}
      </div>
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

// The first page and those that were asked for after it.
function useWorkList(state: ListedState, text: string) {
  const first = useResource<IsolateList>(`${state}|${text}`, () =>
    isolates.list({ state, text, cursor: "" }),
  );
  const [further, set_further] = useState<{
    items: IsolateSummary[];
    cursor: string;
  } | null>(null);
  const [error, set_error] = useState<unknown>(null);
  useEffect(() => {
    set_further(null);
    set_error(null);
  }, [first.data]);

  const cursor = further ? further.cursor : (first.data?.next_cursor ?? "");
  const items = [...(first.data?.items ?? []), ...(further?.items ?? [])];
  const more = () =>
    isolates
      .list({ state, text, cursor })
      .then((page) =>
        set_further({
          items: [...(further?.items ?? []), ...page.items],
          cursor: page.next_cursor,
        }),
      )
      .catch(set_error);
  return {
    first: first.data,
    items,
    loading: first.loading,
    error: first.error ?? error,
    reload: first.reload,
    more: cursor ? () => void more() : null,
  };
}
