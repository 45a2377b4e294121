// A stretch of a contig: "CP003224.1 20 557–21 438 (+)".
import type { Strand } from "../../../api/analysis";
import { useTexts } from "../../../i18n/use_texts";

interface Stretch {
  contig: string;
  start: number;
  end: number;
  strand?: Strand;
}

export function Place({ at: { contig, start, end, strand } }: { at: Stretch }) {
  const { format } = useTexts();
  return (
    <>
      {contig} {format.number(start)}–{format.number(end)}
      {strand && ` (${strand})`}
    </>
  );
}
