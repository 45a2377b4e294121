// Who is logged in; the one place that knows whether the session still holds.
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react";
import { use_csrf_token, when_session_is_lost } from "../../api/client";
import { is_problem } from "../../api/problem";
import { sessions } from "../../api/resources";
import type { Person, Session } from "../../api/types";

type SessionState = "unknown" | "none" | "expired" | "active";

interface SessionContext {
  state: SessionState;
  person: Person | null;
  log_in: (username: string, password: string) => Promise<void>;
  change_password: (current: string, password: string) => Promise<void>;
  log_out: () => Promise<void>;
}

const Context = createContext<SessionContext | null>(null);

export function useSession(): SessionContext {
  const context = useContext(Context);
  if (!context) throw new Error("useSession needs a SessionProvider");
  return context;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [state, set_state] = useState<SessionState>("unknown");
  const [person, set_person] = useState<Person | null>(null);

  const accept = useCallback((session: Session) => {
    use_csrf_token(session.csrf_token);
    set_person(session.person);
    set_state("active");
  }, []);

  useEffect(() => {
    when_session_is_lost(() => {
      set_person(null);
      set_state("expired");
    });
    sessions.current().then(accept, () => set_state("none"));
  }, [accept]);

  const value = useMemo<SessionContext>(
    () => ({
      state,
      person,
      log_in: async (username, password) => accept(await sessions.log_in(username, password)),
      // The session goes on under a new token; every other one has ended.
      change_password: async (current, password) =>
        accept(await sessions.change_password(current, password)),
      log_out: async () => {
        await sessions.log_out().catch((error: unknown) => {
          if (!is_problem(error, 401)) throw error; // already gone is as good
        });
        set_person(null);
        set_state("none");
      },
    }),
    [state, person, accept],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}
