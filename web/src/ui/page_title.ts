// The title of the browser's tab, and the focus on the page's heading after navigation.
import { useEffect, useRef, type RefObject } from "react";

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} - kres` : "kres";
  }, [title]);
}

// Moves the focus to the heading once it is there, so that screen readers start at the new page.
export function useHeadingFocus(ready: boolean): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (ready) heading.current?.focus({ preventScroll: true });
  }, [ready]);
  return heading;
}
