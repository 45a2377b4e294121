// The places of the bank as a tree, from the flat list the server gives.
import type { StoragePlace } from "../../api/bank";

export interface Branch {
  place: StoragePlace;
  children: Branch[];
}

export function tree_of(places: StoragePlace[], parent: number | null = null): Branch[] {
  return places
    .filter((place) => place.parent === parent)
    .sort((a, b) => a.name.localeCompare(b.name, "nb", { numeric: true }))
    .map((place) => ({ place, children: tree_of(places, place.id) }));
}

// What may stand in a place, as the server has it.
const within: Record<string, StoragePlace["kind"][]> = {
  "": ["site"],
  site: ["room", "freezer"],
  room: ["freezer", "rack", "box"],
  freezer: ["rack", "box"],
  rack: ["box"],
  box: [],
};

export function kinds_within(parent: StoragePlace["kind"] | null): StoragePlace["kind"][] {
  return within[parent ?? ""] ?? [];
}
