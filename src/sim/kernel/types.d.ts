/** A 32-bit integer, as AssemblyScript calls it; `number` is a double in both languages. */
type i32 = number;
