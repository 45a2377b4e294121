// Geometry of the gene map: groups of close genes, label rows without overlap, arrows, axis steps.
import type { Strand } from "../../api/analysis";
import type { MapGene } from "./genes";

interface Window {
  start: number; // 1-based, inclusive
  end: number;
}

export interface Cluster extends Window {
  letter: string; // "A", "B" ...: ties the overview to the zoomed view
  genes: MapGene[];
}

export interface Label<T> {
  item: T;
  x: number; // centre of the text
  row: number; // 0 is nearest to the line
}

const zoomed = (gene: MapGene) =>
  gene.kind === "critical" || gene.kind === "acquired" || gene.kind === "broken";

const gap = 6000; // bases between genes of one cluster, at most
const least_window = 12000; // bases shown around a gene that stands alone

// Close genes form a cluster; those with an acquired gene get a zoomed view with all genes in its window.
// Requires: genes are sorted by start. Windows have a margin, stay on the contig and do not overlap.
export function clusters_of(genes: MapGene[], contig_length: number, first_letter = 0): Cluster[] {
  const windows = groups_of(genes)
    .filter((group) => group.some(zoomed))
    .map((group) => window_around(group, contig_length));
  return joined(windows).map(({ start, end }, index) => ({
    letter: letter_of(first_letter + index),
    start,
    end,
    genes: genes.filter((gene) => gene.start <= end && gene.end >= start),
  }));
}

function groups_of(genes: MapGene[]): MapGene[][] {
  const groups: MapGene[][] = [];
  let reach = -Infinity;
  for (const gene of genes) {
    if (gene.start - reach > gap) groups.push([]);
    groups[groups.length - 1]?.push(gene);
    reach = Math.max(reach, gene.end);
  }
  return groups;
}

function window_around(group: MapGene[], contig_length: number): Window {
  const start = Math.min(...group.map((gene) => gene.start));
  const end = Math.max(...group.map((gene) => gene.end));
  const length = end - start + 1;
  const margin = Math.max(Math.round(length * 0.06), Math.ceil((least_window - length) / 2));
  return { start: Math.max(1, start - margin), end: Math.min(contig_length, end + margin) };
}

// Windows that overlap become one. Requires: sorted by start.
function joined(windows: Window[]): Window[] {
  const result: Window[] = [];
  for (const next of windows) {
    const last = result[result.length - 1];
    if (last && next.start <= last.end) last.end = Math.max(last.end, next.end);
    else result.push({ ...next });
  }
  return result;
}

// 0 -> A, 25 -> Z, 26 -> AA.
export function letter_of(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter_of(Math.floor(index / 26) - 1) + last;
}

// Pixels of a position in a window drawn over `width` pixels.
export function scale(start: number, end: number, width: number): (position: number) => number {
  const factor = width / Math.max(1, end - start + 1);
  return (position) => (position - start) * factor;
}

// Gives each label the lowest row where it touches no other; texts are kept within 0..width.
// Requires: items are sorted by their x.
export function place_labels<T>(
  items: { item: T; x: number; text_width: number }[],
  width: number,
  space = 8,
): Label<T>[] {
  const ends: number[] = []; // right edge of the last label of each row
  return items.map(({ item, x, text_width }) => {
    const half = text_width / 2;
    const centre = Math.min(Math.max(x, half), Math.max(half, width - half));
    let row = ends.findIndex((end) => centre - half >= end + space);
    if (row < 0) row = ends.length;
    ends[row] = centre + half;
    return { item, x: centre, row };
  });
}

// Outline of a gene as an arrow in the direction of its strand; short genes are all arrow head.
export function arrow_path(
  x1: number,
  x2: number,
  middle: number,
  height: number,
  strand: Strand,
): string {
  const width = Math.max(3, x2 - x1);
  const head = Math.min(width, height * 0.6);
  const [top, bottom] = [middle - height / 2, middle + height / 2];
  const round = (value: number) => Math.round(value * 10) / 10;
  const [tail, neck, tip] =
    strand === "+" ? [x1, x1 + width - head, x1 + width] : [x1 + width, x1 + head, x1];
  return `M${round(tail)} ${top}L${round(neck)} ${top}L${round(tip)} ${middle}L${round(neck)} ${bottom}L${round(tail)} ${bottom}Z`;
}

// Round positions inside the window, 1-2-5 steps, at most `most` of them.
export function axis_steps(start: number, end: number, most: number): number[] {
  const length = end - start + 1;
  const magnitude = 10 ** Math.floor(Math.log10(length / most));
  const step = [1, 2, 5, 10]
    .map((factor) => factor * magnitude)
    .find((size) => length / size <= most);
  if (!step || step < 1) return [];
  const steps: number[] = [];
  for (let at = Math.ceil(start / step) * step; at <= end; at += step) steps.push(at);
  return steps;
}

// Width of a text of 12 px in the page's fonts, near enough to keep labels apart.
export function text_width(text: string): number {
  return text.length * 7 + 4;
}
