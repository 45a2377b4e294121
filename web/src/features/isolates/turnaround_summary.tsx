// How the laboratory keeps its target: mean time of the signed answers.
import { statistics } from "../../api/resources";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";

export function TurnaroundSummary() {
  const { t, format } = useTexts();
  const { data } = useResource("turnaround", statistics.turnaround);
  if (!data || data.answers === 0) return null;
  return (
    <p className="subtle turnaround-summary">
      {t("work_list.turnaround", {
        mean: format.number(data.mean_days, 1),
        target: data.target_days,
        within: data.within_target,
        count: data.answers,
      })}
    </p>
  );
}
