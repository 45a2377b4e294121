// Starts the page: texts first, then the application.
import "@digdir/designsystemet-css/index.css";
import "@digdir/designsystemet-theme";
import "./ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router-dom";
import { App } from "./app";
import { SessionProvider } from "./features/session/session";
import { start_texts } from "./i18n";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with id root");

// A data router, because only it can ask before a page with unsaved values is left.
const router = createBrowserRouter([
  {
    path: "*",
    element: (
      <SessionProvider>
        <App />
      </SessionProvider>
    ),
  },
]);

void start_texts().then(() =>
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  ),
);
