/** Selling hours a month of a ramped person where the role states none: some three days in five. Judgement. */
export const USUAL_SELLING_HOURS = 100;
