// Repeats an action while something is under way on the server and the page is looked at.
import { useEffect, useRef } from "react";

const pause_ms = 4000;

export function usePolling(active: boolean, action: () => void): void {
  const latest = useRef(action);
  latest.current = action;
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") latest.current();
    }, pause_ms);
    return () => clearInterval(timer);
  }, [active]);
}
