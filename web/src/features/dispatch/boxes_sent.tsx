// The boxes of the own laboratory, and whether they have been unpacked.
import type { ShipmentHead } from "../../api/intake";
import { useTexts } from "../../i18n/use_texts";
import { Mark } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";

export function BoxesSent({ boxes }: { boxes: ShipmentHead[] }) {
  const { t, format } = useTexts();
  if (boxes.length === 0) return <p className="subtle">{t("dispatch.no_box")}</p>;
  return (
    <ScrollTable
      label={t("dispatch.boxes")}
      head={
        <>
          <Head>{t("dispatch.box")}</Head>
          <Head number>{t("dispatch.column.tubes")}</Head>
          <Head>{t("dispatch.column.dispatched")}</Head>
          <Head>{t("dispatch.column.unpacked")}</Head>
        </>
      }
    >
      {boxes.map((box) => (
        <tr key={box.id}>
          <th scope="row">{box.box}</th>
          <td className="number">{box.tube_count}</td>
          <td>{format.moment(box.dispatched)}</td>
          <td>
            {box.closed ? (
              format.moment(box.closed)
            ) : (
              <Mark tone="info">{t("dispatch.on_its_way")}</Mark>
            )}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
