import { commandOf, typingIn, type Command } from './shortcuts';

/** How long `g` waits for the letter of a room, in milliseconds. */
const G_WAITS = 1_200;

/** Listens to the keys of the whole window; not while a dialog is open, whose keys are its own. */
export function makeKeyHandler(run: (command: Command) => void): (event: KeyboardEvent) => void {
  let gPressed = -Infinity;
  return (event) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const command = commandOf(event, typingIn(event.target), event.timeStamp - gPressed < G_WAITS);
    gPressed = command === 'awaitRoom' ? event.timeStamp : -Infinity;
    if (!command) return;
    event.preventDefault();
    if (command !== 'awaitRoom') run(command);
  };
}
