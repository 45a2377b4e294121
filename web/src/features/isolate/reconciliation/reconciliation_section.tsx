// Measured against predicted: one row an agent with its class and sentence, to sort, to filter, with the evidence.
import { useState } from "react";
import type { Explanation, Fit } from "../../../api/explanation";
import type { IsolateDetail } from "../../../api/types";
import { useTexts } from "../../../i18n/use_texts";
import "../../../ui/chips.css";
import { ScrollTable } from "../../../ui/scroll_table";
import { Section } from "../../../ui/section";
import { AgentRow } from "./agent_row";
import "./reconciliation.css";
import { arranged, counted, next_order, type Order, type SortKey } from "./rows";

export function ReconciliationSection({ isolate }: { isolate: IsolateDetail }) {
  const { t } = useTexts();
  const { explanation, analysis } = isolate;
  return (
    <Section
      id="reconciliation"
      title={t("section.reconciliation")}
      aside={
        explanation && (
          <span className="subtle">
            {explanation.breakpoint_version}, {explanation.rule_version}
          </span>
        )
      }
    >
      {explanation ? (
        <Reconciliation explanation={explanation} analysis={analysis} />
      ) : (
        <p>{t("reconciliation.none")}</p>
      )}
    </Section>
  );
}

interface Props {
  explanation: Explanation;
  analysis: IsolateDetail["analysis"];
}

function Reconciliation({ explanation, analysis }: Props) {
  const { t } = useTexts();
  const [order, set_order] = useState<Order>({ key: "agent", descending: false });
  const [only, set_only] = useState<Fit | null>(null);
  const { agents } = explanation;
  if (agents.length === 0) return <p>{t("reconciliation.no_agents")}</p>;
  const sort_by = (key: SortKey) => set_order((now) => next_order(now, key));
  return (
    <>
      <FitFilter explanation={explanation} only={only} choose={set_only} />
      <ScrollTable
        label={t("section.reconciliation")}
        caption={t("reconciliation.caption")}
        className="reconciliation"
        head={
          <>
            <SortHead name="agent" order={order} sort_by={sort_by} />
            <th scope="col">{t("reconciliation.measured")}</th>
            <SortHead name="predicted" order={order} sort_by={sort_by} />
            <SortHead name="fit" order={order} sort_by={sort_by} />
            <th scope="col">{t("reconciliation.sentence")}</th>
          </>
        }
      >
        {arranged(agents, order, only).map((agent) => (
          <AgentRow
            key={agent.agent}
            agent={agent}
            work_up={explanation.work_up.filter(({ code }) => agent.work_up.includes(code))}
            analysis={analysis}
          />
        ))}
      </ScrollTable>
    </>
  );
}

interface FilterProps {
  explanation: Explanation;
  only: Fit | null;
  choose: (fit: Fit | null) => void;
}

function FitFilter({ explanation: { agents }, only, choose }: FilterProps) {
  const { t } = useTexts();
  const classes = counted(agents);
  if (classes.length < 2) return null;
  const title = (fit: Fit) => agents.find((agent) => agent.fit === fit)?.fit_title ?? fit;
  return (
    <div className="chips" role="group" aria-label={t("reconciliation.filter")}>
      <button type="button" aria-pressed={only === null} onClick={() => choose(null)}>
        {t("work_list.all")} {agents.length}
      </button>
      {classes.map(([fit, count]) => (
        <button
          key={fit}
          type="button"
          aria-pressed={only === fit}
          onClick={() => choose(only === fit ? null : fit)}
        >
          {title(fit)} {count}
        </button>
      ))}
    </div>
  );
}

interface HeadProps {
  name: SortKey;
  order: Order;
  sort_by: (key: SortKey) => void;
}

function SortHead({ name, order, sort_by }: HeadProps) {
  const { t } = useTexts();
  const sorted = order.key === name;
  return (
    <th
      scope="col"
      aria-sort={sorted ? (order.descending ? "descending" : "ascending") : undefined}
    >
      <button type="button" className="sort" onClick={() => sort_by(name)}>
        {t(`reconciliation.${name}`)}
        <span aria-hidden="true">{sorted ? (order.descending ? " ▼" : " ▲") : " ↕"}</span>
      </button>
    </th>
  );
}
