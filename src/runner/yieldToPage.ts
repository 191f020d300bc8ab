/**
 * Lets the page paint and answer before going on. A message, not a timer: browsers hold nested timers
 * back by 4 ms, and timers of hidden pages by a second.
 */
export function yieldToPage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
