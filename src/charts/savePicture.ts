import { wrapWords } from './wrapWords';

/** Properties of the page's style that a picture takes along. */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'paint-order',
  'shape-rendering',
  'text-anchor',
  'font-family',
  'font-size',
  'font-weight',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
const PAD = 16;
const CAPTION = { size: 11, line: 15, letter: 5.7 };

export interface PictureWords {
  readonly title: string;
  readonly caption: string;
}

/** The drawing on its own, as an SVG file's text: styles written into the marks, title above, caption below. */
export function writeSvg(drawing: SVGSVGElement, words: PictureWords): string {
  const { picture } = standAlone(drawing, words);
  return new XMLSerializer().serializeToString(picture);
}

/** The drawing as a PNG of twice its size on screen. Rejects where the browser cannot paint it. */
export async function writePng(drawing: SVGSVGElement, words: PictureWords): Promise<Blob> {
  const { picture, width, height } = standAlone(drawing, words);
  const fonts = document.createElementNS(SVG, 'style');
  fonts.textContent = await readFonts();
  picture.prepend(fonts);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(picture))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be painted'))),
      'image/png',
    );
  });
}

function standAlone(drawing: SVGSVGElement, words: PictureWords) {
  const page = getComputedStyle(document.documentElement);
  const { fontFamily } = getComputedStyle(document.body);
  const copy = drawing.cloneNode(true);
  const inner = document.createElementNS(SVG, 'g');
  const originals = drawing.querySelectorAll('*');
  if (copy instanceof SVGSVGElement) {
    [...copy.querySelectorAll('*')].forEach((element, index) => {
      const original = originals[index];
      if (original) takeStyle(original, element);
    });
    inner.append(...copy.childNodes);
  }
  inner.setAttribute('transform', `translate(${PAD},${PAD + 28})`);
  const width = drawing.clientWidth + 2 * PAD;
  const caption = wrapWords(words.caption, Math.floor((width - 2 * PAD) / CAPTION.letter));
  const height = drawing.clientHeight + 2 * PAD + 28 + 9 + CAPTION.line * caption.length;
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('xmlns', SVG);
  picture.setAttribute('width', String(width));
  picture.setAttribute('height', String(height));
  picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', page.backgroundColor);
  const write = (text: string, y: number, size: number, weight: number, opacity: number) => {
    const line = document.createElementNS(SVG, 'text');
    line.textContent = text;
    const attributes = {
      x: PAD,
      y,
      'font-size': size,
      'font-weight': weight,
      'font-family': fontFamily,
    };
    for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, String(value));
    line.setAttribute('fill', page.color);
    line.setAttribute('opacity', String(opacity));
    return line;
  };
  picture.append(
    ground,
    write(words.title, PAD + 12, 14, 600, 1),
    inner,
    ...caption.map((line, index) =>
      write(line, height - PAD - CAPTION.line * (caption.length - 1 - index), CAPTION.size, 400, 0.75),
    ),
  );
  return { picture, width, height };
}

function takeStyle(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of KEPT) to.setAttribute(name, style.getPropertyValue(name));
  to.removeAttribute('class');
  to.removeAttribute('style');
}

/** The page's own fonts, written into the text, since a picture may load nothing. */
async function readFonts(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule && rule.cssText.includes('Inter'));
  const written = await Promise.all(
    faces.map(async (face) => {
      const address = /url\("?([^")]+)"?\)/.exec(face.cssText)?.[1];
      if (!address) return '';
      const base = face.parentStyleSheet?.href ?? document.baseURI;
      const bytes = new Uint8Array(await (await fetch(new URL(address, base))).arrayBuffer());
      const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
      return face.cssText.replace(/url\([^)]+\)/, `url("data:font/woff2;base64,${btoa(binary)}")`);
    }),
  );
  return written.join('\n');
}
