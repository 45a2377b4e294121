// Where an arrow key leads in a grid of positions; nothing for other keys.
export function moved(key: string, at: number, columns: number, count: number): number | null {
  const row = Math.floor(at / columns);
  const target = {
    ArrowLeft: at % columns === 0 ? at : at - 1,
    ArrowRight: at % columns === columns - 1 ? at : at + 1,
    ArrowUp: at - columns,
    ArrowDown: at + columns,
    Home: row * columns,
    End: row * columns + columns - 1,
  }[key];
  if (target === undefined) return null;
  return target < 0 || target >= count ? at : target;
}
