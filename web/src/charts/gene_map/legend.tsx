// What the looks of the genes mean; only those that occur.
import { useTexts } from "../../i18n/use_texts";
import { gene_kinds, type GeneKind } from "./genes";
import { arrow_path } from "./layout";

export function Legend({ kinds }: { kinds: Set<GeneKind> }) {
  const { t, code } = useTexts();
  return (
    <ul className="gene-map-legend" aria-label={t("gene_map.legend")}>
      {gene_kinds
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <li key={kind}>
            <svg width={30} height={16} aria-hidden="true" className={`gene-mark gene-${kind}`}>
              <path className="gene-shape" d={arrow_path(2, 28, 8, 13, "+")} />
            </svg>
            {code("gene_kind", kind)}
          </li>
        ))}
    </ul>
  );
}
