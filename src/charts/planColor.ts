/** The colour that a plan has wherever several are shown, by its place among four. */
export const planColor = (slot: number): string => `var(--plan-${slot})`;
