// The turnaround clock: one step per day allowed, and the same in words.
import { useTexts, type Texts } from "../i18n/use_texts";
import { clock_state, type ClockState } from "./clock_state";
import "./clock.css";

interface Props {
  days_used: number;
  days_left: number;
  answered: boolean;
}

export function Clock({ days_used, days_left, answered }: Props) {
  const texts = useTexts();
  const state = clock_state(days_used, days_left);
  const mood = answered ? "done" : state.over > 0 ? "over" : days_left <= 1 ? "near" : "calm";
  return (
    <span className={`clock clock-${mood}`}>
      <span className="clock-steps" aria-hidden="true">
        {Array.from({ length: state.allowed }, (_, day) => (
          <i key={day} className={day < state.filled ? "filled" : ""} />
        ))}
        {state.over > 0 && !answered && <b>!</b>}
      </span>
      <span className="clock-words">{words(texts, state, days_used, answered)}</span>
    </span>
  );
}

function words({ t }: Texts, state: ClockState, days_used: number, answered: boolean): string {
  if (answered && state.over > 0)
    return t("clock.answered_late", { days: days_used, count: state.over });
  if (answered) return t("clock.answered", { count: days_used });
  if (state.over > 0) return t("clock.over", { count: state.over });
  return t("clock.day", { day: days_used, of: state.allowed });
}
