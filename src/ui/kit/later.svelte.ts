/**
 * What `find` gives, found in a task of its own once the page has answered; until then what it gave before. `of` reads all that it
 * depends on. For figures that take long and nobody waits for; to be called while a component is set up.
 */
export function later<Value>(of: () => unknown, find: () => Value): { readonly value: Value | undefined } {
  let value = $state.raw<Value>();
  $effect(() => {
    of();
    const timer = setTimeout(() => (value = find()));
    return () => clearTimeout(timer);
  });
  return {
    get value() {
      return value;
    },
  };
}
