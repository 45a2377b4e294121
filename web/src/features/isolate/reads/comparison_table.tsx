// Where the reads and their assembly do not say the same.
import type { AssemblyComparison } from "../../../api/analysis_reads";
import { useTexts } from "../../../i18n/use_texts";
import { Head, ScrollTable } from "../../../ui/scroll_table";
import { SubHeading } from "../../../ui/section";

export function ComparisonTable({ comparison }: { comparison: AssemblyComparison }) {
  const { t, code, format } = useTexts();
  const { assembler, agreeing, differences } = comparison;
  return (
    <>
      <SubHeading>{t("reads.comparison")}</SubHeading>
      <p>{t("reads.agreeing", { assembler, count: agreeing, shown: format.number(agreeing) })}</p>
      {differences.length > 0 && (
        <ScrollTable
          label={t("reads.comparison")}
          head={
            <>
              <Head>{t("reads.subject")}</Head>
              <Head>{t("section.reads")}</Head>
              <Head>{t("reads.assembly")}</Head>
              <Head>{t("reads.why")}</Head>
            </>
          }
        >
          {differences.map((difference, row) => (
            <tr key={row}>
              <th scope="row">
                {code("subject", difference.subject)}: {difference.name}
              </th>
              <td>{difference.reads || "–"}</td>
              <td>{difference.assembly || "–"}</td>
              <td>{code("difference", difference.reason)}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </>
  );
}
