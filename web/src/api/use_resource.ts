// Loads a value when its key changes; keeps the old value while a reload is under way.
import { useCallback, useEffect, useRef, useState } from "react";

export interface Resource<T> {
  data: T | null;
  error: unknown;
  loading: boolean;
  reload: () => void;
}

export function useResource<T>(key: string, load: () => Promise<T>): Resource<T> {
  const [state, set_state] = useState<{
    key: string;
    data: T | null;
    error: unknown;
    loading: boolean;
  }>({
    key,
    data: null,
    error: null,
    loading: true,
  });
  const [round, set_round] = useState(0);
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    let wanted = true;
    set_state((old) => ({
      key,
      data: old.key === key ? old.data : null,
      error: null,
      loading: true,
    }));
    latest.current().then(
      (data) => wanted && set_state({ key, data, error: null, loading: false }),
      (error: unknown) => wanted && set_state((old) => ({ ...old, error, loading: false })),
    );
    return () => {
      wanted = false;
    };
  }, [key, round]);

  const reload = useCallback(() => set_round((n) => n + 1), []);
  // Until the effect has run for a new key, the state is that of the key before.
  if (state.key !== key) return { data: null, error: null, loading: true, reload };
  return { data: state.data, error: state.error, loading: state.loading, reload };
}
