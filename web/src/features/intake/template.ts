// An empty sheet with every column that a laboratory fills in.
export const columns = [
  "sender_id",
  "suspected_group",
  "sends",
  "organism",
  "sampled",
  "material",
  "infection_or_carriage",
  "patient",
  "age",
  "sex",
  "municipality",
  "ward",
  "travel",
  "hospital_abroad",
  "known_contact",
  "reason",
  "question",
] as const;

export const template_url = () =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${columns.join(";")}\n`)}`;
