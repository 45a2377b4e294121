// The rows of the work list. Arrow keys go from isolate to isolate, Enter opens. At phone width each row is a card.
import { useRef, type KeyboardEvent } from "react";
import { Link } from "react-router-dom";
import type { IsolateSummary } from "../../api/types";
import { Clock } from "../../charts/clock";
import { useTexts } from "../../i18n/use_texts";
import { Mark, tone_of_state } from "../../ui/mark";
import { Findings } from "./findings";

export function WorkListTable({ items }: { items: IsolateSummary[] }) {
  const { t } = useTexts();
  const table = useRef<HTMLTableElement>(null);

  const move = (event: KeyboardEvent) => {
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>("th a") ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (at < 0) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    links[next]?.focus();
  };

  // Roles are spelled out because the cards take `display: table` away, and the roles with it.
  return (
    <table ref={table} className="plain-table work-list" onKeyDown={move} role="table">
      <caption className="visually-hidden">{t("work_list.caption")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(["isolate", "time", "laboratory", "species", "findings", "state", "next"] as const).map(
            (name) => (
              <th key={name} scope="col" role="columnheader">
                {t(`work_list.column.${name}`)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map((item) => (
          <Row key={item.accession} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item }: { item: IsolateSummary }) {
  const { t, code } = useTexts();
  const answered = item.state === "answered";
  return (
    <tr role="row" className={item.overdue && !answered ? "overdue" : undefined}>
      <th scope="row" role="rowheader">
        <Link to={`/isolates/${item.accession}`}>{item.accession}</Link>
        <span className="subtle"> {item.sender_id}</span>
      </th>
      <td role="cell" className="cell-clock">
        {item.state === "expected" ? (
          <span className="subtle">{code("awaited", item.sample)}</span>
        ) : (
          <Clock days_used={item.days_used} days_left={item.days_left} answered={answered} />
        )}
      </td>
      <td role="cell">{item.laboratory.name}</td>
      <td role="cell">
        {item.species ? (
          <em>{item.species}</em>
        ) : (
          <span className="subtle">{t("work_list.not_known_yet")}</span>
        )}
        {item.st && item.st !== "-" && <span className="nowrap"> ST{item.st}</span>}
      </td>
      <td role="cell">
        <Findings item={item} />
      </td>
      <td role="cell">
        <Mark tone={tone_of_state(item.state)}>{code("state", item.state)}</Mark>
        {item.open_queries > 0 && (
          <span className="method subtle">
            {t("work_list.open_queries", { count: item.open_queries })}
          </span>
        )}
      </td>
      <td role="cell" className="cell-next">
        {code(
          "next_step",
          item.state === "ready" && item.next_step === "validate" ? "draft" : item.next_step,
        )}
      </td>
    </tr>
  );
}
