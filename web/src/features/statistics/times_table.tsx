// Mean, median and 90th percentile in days, and the number of answers behind each.
import type { TurnaroundRow } from "../../api/statistics";
import { useTexts } from "../../i18n/use_texts";
import { Head, ScrollTable } from "../../ui/scroll_table";

interface Props {
  label: string;
  rows: TurnaroundRow[];
  name_of: (name: string) => string;
  with_target?: boolean;
}

export function TimesTable({ label, rows, name_of, with_target = false }: Props) {
  const { t, format } = useTexts();
  const days = (value: number) => format.number(value, 1);
  return (
    <ScrollTable
      label={label}
      head={
        <>
          <Head>{t("statistics.column.name")}</Head>
          <Head number>{t("statistics.column.answers")}</Head>
          <Head number>{t("statistics.column.mean")}</Head>
          <Head number>{t("statistics.column.median")}</Head>
          <Head number>{t("statistics.column.p90")}</Head>
          <Head number>{t("statistics.column.working")}</Head>
          {with_target && <Head number>{t("statistics.column.within")}</Head>}
        </>
      }
    >
      {rows.map((row) => (
        <tr key={row.name}>
          <th scope="row">{name_of(row.name)}</th>
          <td className="number">{row.answers}</td>
          <td className="number">{days(row.mean_days)}</td>
          <td className="number">{days(row.median_days)}</td>
          <td className="number">{days(row.percentile_90_days)}</td>
          <td className="number">{days(row.mean_working_days)}</td>
          {with_target && <td className="number">{row.within_target}</td>}
        </tr>
      ))}
    </ScrollTable>
  );
}
