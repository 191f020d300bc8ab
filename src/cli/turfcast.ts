import { runTurfcast } from './runTurfcast';
import type { Terminal } from './terminal';

// Whoever reads the output may close it early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  ...(process.stderr.isTTY && {
    progress: (text: string) => void process.stderr.write(`\r\u001b[K${text}`),
  }),
};

const script = new URL('./simulation.thread.mjs', import.meta.url);
process.exitCode = await runTurfcast(process.argv.slice(2), terminal, script);
