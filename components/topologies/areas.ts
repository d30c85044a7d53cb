/** Parts of the world in words, by what prices call them. */
export const AREA_CHOICES = [
  { value: "US", label: "US" },
  { value: "EU", label: "Europe" },
  { value: "APAC", label: "Asia and the Pacific" },
  { value: "CA", label: "Canada" },
  { value: "LATAM", label: "Latin America" },
  { value: "ME", label: "Middle East" },
  { value: "AF", label: "Africa" },
] as const;
