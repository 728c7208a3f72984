/** A word or sentence in the two languages of the product. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}
