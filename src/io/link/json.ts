/** What JSON can say. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** `Array.isArray` that keeps the element type. */
export const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
