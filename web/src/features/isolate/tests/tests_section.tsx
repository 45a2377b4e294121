// Confirmatory tests of the isolate: what was found, by whom and when; one can be entered, corrected or withdrawn.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { IsolateDetail, TestResult } from "../../../api/types";
import { useTexts } from "../../../i18n/use_texts";
import { Mark } from "../../../ui/mark";
import { Head, ScrollTable } from "../../../ui/scroll_table";
import { Section } from "../../../ui/section";
import { TestForm } from "./test_form";
import { by_day } from "./test_rows";
import { WithdrawForm } from "./withdraw_form";

interface Props {
  isolate: IsolateDetail;
  reload: () => void;
}

type Open = { what: "enter" | "correct" | "withdraw"; result: TestResult | null } | null;

export function TestsSection({ isolate, reload }: Props) {
  const { t } = useTexts();
  const [open, set_open] = useState<Open>(null);
  const close = () => set_open(null);
  const done = () => {
    close();
    reload();
  };
  const about = { accession: isolate.accession, done, cancel: close };
  return (
    <Section
      id="tests"
      title={t("section.tests")}
      aside={
        <Button
          variant="secondary"
          data-size="sm"
          onClick={() => set_open({ what: "enter", result: null })}
        >
          {t("tests.enter")}
        </Button>
      }
    >
      {isolate.tests.length === 0 ? (
        <p>{t("tests.none")}</p>
      ) : (
        <ResultTable isolate={isolate} act={(what, result) => set_open({ what, result })} />
      )}
      {open?.what === "withdraw" && open.result && <WithdrawForm {...about} result={open.result} />}
      {open && open.what !== "withdraw" && <TestForm {...about} corrects={open.result} />}
    </Section>
  );
}

interface TableProps {
  isolate: IsolateDetail;
  act: (what: "correct" | "withdraw", result: TestResult) => void;
}

function ResultTable({ isolate, act }: TableProps) {
  const { t } = useTexts();
  return (
    <ScrollTable
      label={t("section.tests")}
      head={
        <>
          <Head>{t("tests.test")}</Head>
          <Head>{t("tests.outcome")}</Head>
          <Head>{t("tests.day")}</Head>
          <Head>{t("tests.by")}</Head>
          <Head>{t("tests.comment")}</Head>
          <Head>{t("tests.change")}</Head>
        </>
      }
    >
      {by_day(isolate.tests).map((result) => (
        <ResultRow key={result.id} result={result} act={act} />
      ))}
    </ScrollTable>
  );
}

function ResultRow({ result, act }: { result: TestResult; act: TableProps["act"] }) {
  const { t, format } = useTexts();
  const stands = result.replaced_by === null && !result.withdrawn;
  const named = `${result.name} ${result.text}`;
  return (
    <tr className={stands ? undefined : "subtle"}>
      <th scope="row">{result.name}</th>
      <td>
        {result.withdrawn ? <Mark>{t("tests.withdrawn")}</Mark> : result.text}{" "}
        {result.replaced_by !== null && <Mark>{t("tests.replaced")}</Mark>}
      </td>
      <td className="nowrap">{result.tested ? format.day(result.tested) : t("tests.no_day")}</td>
      <td>{result.entered_by}</td>
      <td>{result.comment}</td>
      <td>
        {stands && (
          <span className="tags">
            <Button variant="tertiary" data-size="sm" onClick={() => act("correct", result)}>
              {t("tests.correct")}
              <span className="visually-hidden"> {named}</span>
            </Button>
            <Button variant="tertiary" data-size="sm" onClick={() => act("withdraw", result)}>
              {t("tests.withdraw")}
              <span className="visually-hidden"> {named}</span>
            </Button>
          </span>
        )}
      </td>
    </tr>
  );
}
