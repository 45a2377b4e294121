// The catalogue: strains by species, mechanism, type, phenotype, year and what is left.
import { Button } from "@digdir/designsystemet-react";
import type { FormEvent } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { strains, type Catalogue, type CatalogueQuery } from "../../api/bank";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { Loading } from "../../ui/loading";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";
import { BankError } from "./bank_error";
import { BankFrame } from "./bank_frame";
import { Fields, Values, type Field } from "./fields";

const names = [
  "q",
  "species",
  "st",
  "present",
  "absent",
  "agent",
  "mic_from",
  "mic_to",
  "category",
  "year",
  "availability",
] as const;

export default function CataloguePage() {
  const { t, code } = useTexts();
  const [address, set_address] = useSearchParams();
  const query = Object.fromEntries([...address].filter(([name]) => name !== "")) as CatalogueQuery;
  const found = useResource(address.toString(), () => strains.search(query));
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new Values(event.currentTarget);
    const next: Record<string, string> = {};
    for (const name of names) if (values.text(name)) next[name] = values.text(name);
    set_address(next);
  };
  const field = (name: (typeof names)[number], more: Partial<Field> = {}): Field => ({
    name,
    label: t(`bank.search.${name}`),
    initial: address.get(name) ?? "",
    ...more,
  });
  const fields = [
    field("q"),
    field("species"),
    field("st"),
    field("present", { hint: t("bank.search.present_hint") }),
    field("absent"),
    field("agent", { hint: t("bank.agent_hint") }),
    field("mic_from"),
    field("mic_to"),
    field("category", {
      type: "select",
      options: [
        ["", t("bank.search.any")],
        ["S", "S"],
        ["I", "I"],
        ["R", "R"],
      ],
    }),
    field("year", { type: "number", min: 1900, max: 2200 }),
    field("availability", {
      type: "select",
      options: (["any", "in_stock", "distributable"] as const).map((name) => [
        name,
        code("availability", name),
      ]),
    }),
  ];
  return (
    <BankFrame title={t("bank.page.catalogue")}>
      <Section id="search" title={t("bank.search.title")}>
        <form key={address.toString()} onSubmit={search} role="search" className="bank-form">
          <Fields fields={fields} search />
          <div className="bank-actions">
            <Button type="submit">{t("bank.search.submit")}</Button>
            <Link to="/bank/catalogue">{t("bank.search.clear")}</Link>
            <a href={`/api/v1/bank/catalogue.tsv?${address.toString()}`}>
              {t("bank.search.export")} (TSV)
            </a>
          </div>
        </form>
      </Section>
      <BankError error={found.error} />
      {!found.data && found.error === null && <Loading />}
      {found.data && <Lines found={found.data} />}
    </BankFrame>
  );
}

function Lines({ found }: { found: Catalogue }) {
  const { t, code, format } = useTexts();
  return (
    <Section
      id="found"
      title={t("bank.search.found", { shown: found.items.length, count: found.total })}
    >
      <ScrollTable
        label={t("bank.page.catalogue")}
        head={
          <>
            <Head>{t("bank.strain")}</Head>
            <Head>{t("bank.species")}</Head>
            <Head>{t("bank.findings")}</Head>
            <Head>{t("bank.received")}</Head>
            <Head number>{t("bank.vials_left")}</Head>
            <Head>{t("bank.distribution")}</Head>
          </>
        }
      >
        {found.items.map((strain) => (
          <tr key={strain.number}>
            <th scope="row" className="nowrap">
              <Link to={`/bank/strains/${strain.number}`}>{strain.number}</Link>
              <span className="method subtle">{strain.accession}</span>
            </th>
            <td>
              <em>{strain.species}</em>
              {strain.st && strain.st !== "-" && <span className="nowrap"> ST{strain.st}</span>}
            </td>
            <td>{strain.key_findings.join(", ")}</td>
            <td className="nowrap">{format.day(strain.received)}</td>
            <td className="number">{strain.vials}</td>
            <td>{code("distribution", strain.distribution)}</td>
          </tr>
        ))}
      </ScrollTable>
    </Section>
  );
}
