// The strain bank's pages and their addresses.
import { lazy } from "react";
import { Route } from "react-router-dom";

const PlacesPage = lazy(() => import("./places_page"));
const PlacePage = lazy(() => import("./place_page"));
const StrainPage = lazy(() => import("./strain_page"));
const NewLotPage = lazy(() => import("./new_lot_page"));
const BankIsolatePage = lazy(() => import("./bank_isolate_page"));
const DuePage = lazy(() => import("./due_page"));
const CataloguePage = lazy(() => import("./catalogue_page"));
const RequestsPage = lazy(() => import("./requests_page"));
const RequestPage = lazy(() => import("./request_page"));
const PanelsPage = lazy(() => import("./panels_page"));
const PanelPage = lazy(() => import("./panel_page"));

export const bank_routes = (
  <>
    <Route path="/bank" element={<PlacesPage />} />
    <Route path="/bank/places/:id" element={<PlacePage />} />
    <Route path="/bank/strains/:number" element={<StrainPage />} />
    <Route path="/bank/strains/:number/new-lot" element={<NewLotPage />} />
    <Route path="/isolates/:accession/strain" element={<BankIsolatePage />} />
    <Route path="/bank/due" element={<DuePage />} />
    <Route path="/bank/catalogue" element={<CataloguePage />} />
    <Route path="/bank/requests" element={<RequestsPage />} />
    <Route path="/bank/requests/:number" element={<RequestPage />} />
    <Route path="/bank/panels" element={<PanelsPage />} />
    <Route path="/bank/panels/:number" element={<PanelPage />} />
  </>
);
