// What the turnaround clock shows: days as steps towards the limit.
export interface ClockState {
  allowed: number; // days from receipt to the due day
  filled: number; // steps that are filled, at most allowed
  over: number; // days past due, 0 if none
}

export function clock_state(days_used: number, days_left: number): ClockState {
  const allowed = Math.max(1, days_used + days_left);
  return {
    allowed,
    filled: Math.min(Math.max(0, days_used), allowed),
    over: Math.max(0, -days_left),
  };
}
