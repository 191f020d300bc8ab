import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedFile } from '../../support/shared';
import { modelCoverage } from '../support/modelCoverage';
import { modelSentences } from '../support/modelSentences';

const path = sharedFile('design/model.md');
const sentences = path === undefined ? [] : modelSentences(readFileSync(path, 'utf8'));

const entriesOf = ({ section, text }: { readonly section: number; readonly text: string }) =>
  modelCoverage.filter(([of, beginning]) => of === section && text.startsWith(beginning));

describe.skipIf(path === undefined)('every sentence of sections 1 to 8 of the model', () => {
  it('is found: there are some seventy of them', () => {
    expect(sentences.length).toBeGreaterThan(60);
    expect([...new Set(sentences.map(({ section }) => section))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('has a law that holds it, or a reason why it has none', () => {
    const bare = sentences.filter((sentence) => entriesOf(sentence).length !== 1);
    expect(bare.map(({ section, text }) => `${section}: ${text}`)).toEqual([]);
  });

  it('is still there for every entry of the table', () => {
    const stale = modelCoverage.filter(
      ([section, beginning]) =>
        !sentences.some((each) => each.section === section && each.text.startsWith(beginning)),
    );
    expect(stale.map(([section, beginning]) => `${section}: ${beginning}`)).toEqual([]);
  });
});

describe('the table of sentences and laws', () => {
  const texts = new Map<string, string>();
  const textOf = (file: string) => {
    const known =
      texts.get(file) ?? (existsSync(file) ? readFileSync(file, 'utf8').replace(/\s+/g, ' ') : '');
    texts.set(file, known);
    return known;
  };

  it('names laws that are there', () => {
    const missing = modelCoverage.flatMap(([, , laws]) =>
      typeof laws === 'string' ? [] : laws.filter(([file, name]) => !textOf(file).includes(name)),
    );
    expect(missing).toEqual([]);
  });

  it('gives a law or a reason for each', () => {
    expect(modelCoverage.filter(([, , laws]) => laws.length === 0)).toEqual([]);
  });
});
