// Panels of strains: a query by form fields, tried before it is sealed, and the panels so far.
import { Button } from "@digdir/designsystemet-react";
import { useState, type FormEvent } from "react";
import { Link, useNavigate } from "react-router-dom";
import { panels, type PanelQuery } from "../../api/bank";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Mark } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";
import { BankError } from "./bank_error";
import { BankFrame } from "./bank_frame";
import { Fields, Values, type Field } from "./fields";

type Trial = Awaited<ReturnType<typeof panels.attempt>>["groups"];

export default function PanelsPage() {
  const { t, format } = useTexts();
  const all = useResource("panels", panels.all);
  return (
    <BankFrame title={t("bank.page.panels")}>
      <NewPanel />
      <Section id="panels" title={t("bank.panel.count", { count: all.data?.items.length ?? 0 })}>
        {all.error !== null && <ErrorPanel error={all.error} retry={all.reload} />}
        <ScrollTable
          label={t("bank.page.panels")}
          head={
            <>
              <Head>{t("bank.panel.number")}</Head>
              <Head>{t("bank.panel.title")}</Head>
              <Head>{t("bank.panel.key")}</Head>
              <Head>{t("bank.when")}</Head>
            </>
          }
        >
          {all.data?.items.map((panel) => (
            <tr key={panel.number}>
              <th scope="row" className="nowrap">
                <Link to={`/bank/panels/${panel.number}`}>{panel.number}</Link>
              </th>
              <td>{panel.title}</td>
              <td>
                <Mark tone={panel.opened ? "info" : "attention"}>
                  {t(panel.opened ? "bank.panel.open" : "bank.panel.sealed")}
                </Mark>
              </td>
              <td className="nowrap">{format.moment(panel.made)}</td>
            </tr>
          ))}
        </ScrollTable>
      </Section>
    </BankFrame>
  );
}

function NewPanel() {
  const { t } = useTexts();
  const go = useNavigate();
  const [groups, set_groups] = useState(1);
  const [trial, set_trial] = useState<Trial | null>(null);
  const [error, set_error] = useState<unknown>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    set_error(null);
    const query = query_of(new Values(event.currentTarget), groups);
    const seal = (event.nativeEvent as SubmitEvent).submitter?.getAttribute("name") === "seal";
    if (!seal) {
      panels.attempt(query).then((answer) => set_trial(answer.groups), set_error);
      return;
    }
    panels.make(query).then((panel) => go(`/bank/panels/${panel.number}`), set_error);
  };
  return (
    <form onSubmit={send} className="bank-form" onChange={() => set_trial(null)}>
      <Section id="new" title={t("bank.panel.new")}>
        <p className="bank-hint">{t("bank.panel.about")}</p>
        <Fields
          fields={[
            { name: "title", label: t("bank.panel.title"), required: true },
            {
              name: "seed",
              label: t("bank.panel.seed"),
              required: true,
              hint: t("bank.panel.seed_hint"),
            },
            {
              name: "spread",
              label: t("bank.panel.spread"),
              type: "select",
              options: [
                ["yes", t("bank.panel.spread_yes")],
                ["no", t("bank.panel.spread_no")],
              ],
            },
          ]}
        />
      </Section>
      {Array.from({ length: groups }, (_, group) => (
        <Section
          key={group}
          id={`group-${group}`}
          title={t("bank.panel.group", { number: group + 1 })}
        >
          <Fields fields={group_fields(t, group)} search />
        </Section>
      ))}
      {trial && <Outcome trial={trial} />}
      <BankError error={error} />
      <div className="bank-actions">
        <Button type="submit" name="try" variant="secondary">
          {t("bank.panel.try")}
        </Button>
        <Button type="submit" name="seal">
          {t("bank.panel.make")}
        </Button>
        <Button type="button" variant="tertiary" onClick={() => set_groups(groups + 1)}>
          {t("bank.panel.add_group")}
        </Button>
        {groups > 1 && (
          <Button type="button" variant="tertiary" onClick={() => set_groups(groups - 1)}>
            {t("bank.panel.remove_group")}
          </Button>
        )}
      </div>
    </form>
  );
}

function group_fields(t: ReturnType<typeof useTexts>["t"], group: number): Field[] {
  const named = (name: string, label: string, more: Partial<Field> = {}): Field => ({
    name: `${name}_${group}`,
    label,
    ...more,
  });
  return [
    named("name", t("bank.name"), { required: true }),
    named("count", t("bank.panel.how_many"), {
      type: "number",
      required: true,
      initial: "10",
      min: 1,
      max: 200,
    }),
    named("species", t("bank.search.species")),
    named("present", t("bank.search.present"), { hint: t("bank.search.present_hint") }),
    named("absent", t("bank.search.absent")),
    named("agent", t("bank.search.agent"), { hint: t("bank.agent_hint") }),
    named("mic_from", t("bank.search.mic_from"), { type: "number", step: "any", min: 0 }),
    named("mic_to", t("bank.search.mic_to"), { type: "number", step: "any", min: 0 }),
    named("st", t("bank.search.st")),
  ];
}

export function query_of(values: Values, groups: number): PanelQuery {
  return {
    title: values.text("title"),
    seed: values.text("seed"),
    spread: values.text("spread") !== "no",
    groups: Array.from({ length: groups }, (_, group) => ({
      name: values.text(`name_${group}`),
      count: values.number(`count_${group}`) ?? 0,
      species: values.text(`species_${group}`),
      st: values.text(`st_${group}`),
      present: values.list(`present_${group}`),
      absent: values.list(`absent_${group}`),
      agent: values.text(`agent_${group}`),
      mic_from: values.number(`mic_from_${group}`),
      mic_to: values.number(`mic_to_${group}`),
    })),
  };
}

function Outcome({ trial }: { trial: Trial }) {
  const { t } = useTexts();
  return (
    <div role="status">
      {trial.map((group) => (
        <p key={group.name}>
          <Mark tone={group.chosen < group.asked ? "attention" : "good"}>
            {t("bank.panel.outcome", { chosen: group.chosen, asked: group.asked })}
          </Mark>{" "}
          {group.name}: {t("bank.panel.fit", { count: group.found })}
        </p>
      ))}
    </div>
  );
}
