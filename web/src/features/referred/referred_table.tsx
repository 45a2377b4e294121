// The rows of a referring laboratory's page; at phone width each row is a card.
import { Link } from "react-router-dom";
import { answers } from "../../api/resources";
import type { ReferredIsolate, SignedAnswer } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { Mark } from "../../ui/mark";
import "../isolates/work_list.css";
import "./referred.css";

export function ReferredTable({ items }: { items: ReferredIsolate[] }) {
  const { t } = useTexts();
  // Roles are spelled out because the cards take `display: table` away, and the roles with it.
  return (
    <table className="plain-table work-list referred" role="table">
      <caption className="visually-hidden">{t("referred.caption")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(["isolate", "laboratory", "received", "due", "progress", "answers"] as const).map(
            (name) => (
              <th key={name} scope="col" role="columnheader">
                {t(`referred.column.${name}`)}
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

function Row({ item }: { item: ReferredIsolate }) {
  const { t, code, format } = useTexts();
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <Link to={`/own/${item.accession}`}>{item.sender_id}</Link>
        <span className="subtle"> {item.accession}</span>
      </th>
      <td role="cell">{item.laboratory.name}</td>
      <td role="cell" className="nowrap">
        <Named name={t("referred.column.received")}>{format.day(item.received)}</Named>
      </td>
      <td role="cell" className="nowrap">
        <Named name={t("referred.column.due")}>{format.day(item.due)}</Named>
      </td>
      <td role="cell">
        <Mark tone={item.progress === "answered" ? "good" : "neutral"}>
          {code("progress", item.progress)}
        </Mark>
        {item.progress === "expected" && (
          <span className="method subtle">{code("sample_state", item.sample)}</span>
        )}
        {item.open_queries > 0 && (
          <Link to="/queries" className="method">
            {t("queries.count", { count: item.open_queries })}
          </Link>
        )}
      </td>
      <td role="cell">
        {item.answers.length === 0 ? (
          <span className="subtle">{t("referred.no_answer")}</span>
        ) : (
          <ul className="referred-answers">
            {item.answers.map((answer) => (
              <li key={answer.id}>
                <AnswerLinks item={item} answer={answer} />
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

// The column's name stands beside the value where there is no table head to read it from.
function Named({ name, children }: { name: string; children: string }) {
  return (
    <>
      <span className="referred-name" aria-hidden="true">
        {name}{" "}
      </span>
      {children}
    </>
  );
}

function AnswerLinks({ item, answer }: { item: ReferredIsolate; answer: SignedAnswer }) {
  const { t, code, format } = useTexts();
  const parts = { version: answer.version, isolate: item.sender_id };
  return (
    <>
      <a href={answers.pdf_url(answer.id)} aria-label={t("referred.pdf_of", parts)}>
        {t("referred.pdf", parts)}
      </a>{" "}
      <a href={answers.json_url(answer.id)} aria-label={t("referred.json_of", parts)}>
        JSON
      </a>{" "}
      <span className="subtle">
        {answer.signed && t("referred.signed", { day: format.moment(answer.signed) })}
        {", "}
        {code("language", answer.language)}
        {answer.preliminary && ` (${t("referred.preliminary")})`}
        {!answer.current && ` (${t("referred.replaced")})`}
      </span>
      {answer.reason && <div>{t("answer.because", { reason: answer.reason })}</div>}
    </>
  );
}
