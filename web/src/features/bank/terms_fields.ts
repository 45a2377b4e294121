// The fields of a strain's terms, and what was typed into them.
import type { Strain } from "../../api/bank";
import type { Texts } from "../../i18n/use_texts";
import type { Field, Values } from "./fields";

type Distribution = Strain["terms"][number]["distribution"];

export function terms_fields({ t, code }: Texts, before?: Strain["terms"][number]): Field[] {
  return [
    {
      name: "risk_group",
      label: t("bank.risk_group"),
      type: "select",
      initial: String(before?.risk_group ?? 2),
      options: ["1", "2", "3"].map((group) => [group, group]),
    },
    {
      name: "distribution",
      label: t("bank.distribution"),
      type: "select",
      initial: before?.distribution ?? "agreement",
      options: (["agreement", "open", "closed"] as const).map((name) => [
        name,
        code("distribution", name),
      ]),
    },
    {
      name: "nagoya",
      label: t("bank.nagoya"),
      initial: before?.nagoya,
      hint: t("bank.nagoya_hint"),
    },
    { name: "comment", label: t("bank.comment"), type: "area", initial: before?.comment },
  ];
}

export function terms_of(values: Values) {
  return {
    risk_group: values.number("risk_group") ?? 2,
    distribution: values.text("distribution") as Distribution,
    nagoya: values.text("nagoya"),
  };
}
