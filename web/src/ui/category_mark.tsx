// S, I or R as a square letter; said in words to screen readers.
import type { Interpretation } from "../api/types";
import { useTexts } from "../i18n/use_texts";
import "./mark.css";

export function CategoryMark({ category }: { category: Interpretation["category"] }) {
  const { code } = useTexts();
  return (
    <>
      <span className={`category category-${category ?? "none"}`} aria-hidden="true">
        {category ?? "–"}
      </span>
      <span className="visually-hidden">
        {category ? `${category}, ${code("category", category)}` : code("category", "none")}
      </span>
    </>
  );
}
