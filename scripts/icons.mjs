// npm run icons: draws the PNG icons from static/icons/turfcast.svg with the tests' browser.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { browserArgs, ensureBrowser } from './find-browser.mjs';

const icons = new URL('../static/icons/', import.meta.url);
const plain = readFileSync(new URL('turfcast.svg', icons), 'utf8');
// A maskable icon is cut to any shape: its ground fills the square and the drawing keeps to the middle.
const maskable = plain
  .replace('viewBox="0 0 64 64"', 'viewBox="-8 -8 80 80"')
  .replace(/<rect [^>]*fill="([^"]*)"[^>]*>/, '<rect x="-8" y="-8" width="80" height="80" fill="$1" />');

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArgs });
/** @type {[string, string, number][]} */
const pictures = [
  ['turfcast-192.png', plain, 192],
  ['turfcast-512.png', plain, 512],
  ['turfcast-maskable-512.png', maskable, 512],
];
for (const [name, svg, size] of pictures) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: fileURLToPath(new URL(name, icons)), omitBackground: true });
}
await browser.close();
