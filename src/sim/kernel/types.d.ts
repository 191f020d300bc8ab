/** A whole number of 32 bits, as AssemblyScript names it; there `number` is its f64, here both are numbers. */
type i32 = number;
