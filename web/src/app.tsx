// Which page is shown: log-in without a session, otherwise the page of the address.
import { lazy, Suspense } from "react";
import { Route, Routes, useLocation } from "react-router-dom";
import { bank_routes } from "./features/bank/routes";
import { WorkListPage } from "./features/isolates/work_list_page";
import { ReferredPage } from "./features/referred/referred_page";
import { LogInPage } from "./features/session/log_in_page";
import { useSession } from "./features/session/session";
import { ErrorBoundary } from "./ui/error_boundary";
import { Frame } from "./ui/frame";
import { Loading } from "./ui/loading";
import { NotFoundPage } from "./ui/not_found_page";

const AccountPage = lazy(() => import("./features/account/account_page"));
const PeoplePage = lazy(() => import("./features/people/people_page"));
const IsolatePage = lazy(() => import("./features/isolate/isolate_page"));
const IntakePage = lazy(() => import("./features/intake/intake_page"));
const ReferredIsolatePage = lazy(() => import("./features/referred/referred_isolate_page"));
const DispatchPage = lazy(() => import("./features/dispatch/dispatch_page"));
const ReceivingPage = lazy(() => import("./features/receiving/receiving_page"));
const QualityControlPage = lazy(() => import("./features/quality_control/quality_control_page"));
const StatisticsPage = lazy(() => import("./features/statistics/statistics_page"));
const QueriesPage = lazy(() => import("./features/queries/queries_page"));
const EntryPage = lazy(() => import("./features/entry/entry_page"));
const VersionsPage = lazy(() => import("./features/versions/versions_page"));
const RegistryChangesPage = lazy(() => import("./features/versions/registry_changes_page"));

export function App() {
  const { state, person } = useSession();
  const { pathname } = useLocation();
  if (state === "unknown") return <Loading />;
  if (state === "none" || state === "expired") {
    return (
      <Frame>
        <LogInPage expired={state === "expired"} />
      </Frame>
    );
  }
  // An administrator without another role sees no isolate.
  const reads = person?.roles.some((role) => role !== "administrator") ?? false;
  const referring = person?.roles.includes("referring") ?? false;
  if (referring) {
    return (
      <Frame>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Routes>
              <Route path="/" element={<ReferredPage />} />
              <Route path="/refer" element={<IntakePage />} />
              <Route path="/own/:accession" element={<ReferredIsolatePage />} />
              <Route path="/dispatch" element={<DispatchPage />} />
              <Route path="/queries" element={<QueriesPage />} />
              <Route path="/account" element={<AccountPage />} />
              <Route path="*" element={<NotFoundPage />} />
            </Routes>
          </Suspense>
        </ErrorBoundary>
      </Frame>
    );
  }
  return (
    <Frame>
      <ErrorBoundary key={pathname}>
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route path="/" element={reads ? <WorkListPage /> : <PeoplePage />} />
            <Route path="/account" element={<AccountPage />} />
            <Route path="/people" element={<PeoplePage />} />
            <Route path="/isolates/:accession" element={<IsolatePage />} />
            <Route path="/isolates/:accession/measurements" element={<EntryPage />} />
            <Route path="/isolates/:accession/interpretations" element={<VersionsPage />} />
            <Route path="/refer" element={<IntakePage />} />
            <Route path="/statistics" element={<StatisticsPage />} />
            <Route path="/quality-control" element={<QualityControlPage />} />
            <Route path="/receive" element={<ReceivingPage />} />
            <Route path="/queries" element={<QueriesPage />} />
            <Route path="/interpretation-changes" element={<RegistryChangesPage />} />
            {bank_routes}
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </Frame>
  );
}
