// Shows an error instead of an empty page when drawing fails; a new address starts afresh.
import { Component, type ReactNode } from "react";
import { ErrorPanel } from "./error_panel";

export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error ? <ErrorPanel error={this.state.error} /> : this.props.children;
  }
}
