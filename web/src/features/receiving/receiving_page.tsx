// Unpacking boxes with a scanner: the scanner types a code and Enter, the page says at once what it is.
import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useSearchParams } from "react-router-dom";
import { shipments } from "../../api/intake";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import "../../ui/field.css";
import { Loading } from "../../ui/loading";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import { BoxContent } from "./box_content";
import { BoxList } from "./box_list";
import "./receiving.css";
import { Scanner } from "./scanner";

export default function ReceivingPage() {
  const { t } = useTexts();
  const [address, set_address] = useSearchParams();
  const id = Number(address.get("box")) || null;
  const boxes = useResource("shipments", shipments.list);
  const box = useResource(`shipment ${id}`, async () => (id ? await shipments.read(id) : null));
  const heading = useHeadingFocus(true);
  usePageTitle(t("receiving.title"));
  const reload = () => {
    boxes.reload();
    box.reload();
  };
  const error = boxes.error ?? box.error;

  return (
    <>
      <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
        {t("receiving.title")}
      </Heading>
      <Paragraph className="receiving-about">{t("receiving.about")}</Paragraph>
      {error !== null && <ErrorPanel error={error} retry={reload} />}
      {!boxes.data && boxes.loading && <Loading />}
      {boxes.data && (
        <BoxList
          boxes={boxes.data.items}
          chosen={id}
          choose={(next) => set_address(next ? { box: String(next) } : {}, { replace: true })}
        />
      )}
      {id !== null && !box.data && box.loading && <Loading />}
      {(id === null || (box.data && !box.data.closed)) && (
        <Scanner key={id ?? 0} box={box.data ?? null} changed={reload} />
      )}
      {box.data && <BoxContent box={box.data} changed={reload} />}
    </>
  );
}
