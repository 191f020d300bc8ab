import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/model/plan';
import { fail, succeed, type Result } from '../../src/model/problem';
import { periodId } from '../../src/model/units';
import { BridgeInquiry } from '../../src/state/bridgeInquiry.svelte';
import { Inquiry, type InquiryOptions } from '../../src/state/inquiry.svelte';
import { inProcess, samplePlan } from '../runner/runs';
import { settle } from './support';

/** A question that is answered when the test says so. */
function openQuestion() {
  let answer: (result: Result<number>) => void = () => undefined;
  let options: InquiryOptions<number> | undefined;
  return {
    question: (given: InquiryOptions<number>) => {
      options = given;
      return new Promise<Result<number>>((resolve) => (answer = resolve));
    },
    answer: (result: Result<number>) => answer(result),
    progress: (share: number) => options?.onProgress(share),
    begin: (value: number) => options?.onAnswer(value),
    get aborted() {
      return options?.signal.aborted ?? false;
    },
  };
}

describe('an inquiry', () => {
  test('shows an answer that has begun, keeps it when stopped, and passes over what a stopped question says', async () => {
    const inquiry = new Inquiry<string, number>();
    const first = openQuestion();
    const asked = inquiry.ask('first', first.question);
    first.begin(1);
    expect([inquiry.answer, inquiry.answerOf, inquiry.running]).toEqual([1, 'first', true]);
    inquiry.stop();
    first.begin(2);
    first.answer(succeed(3));
    expect(await asked).toBeUndefined();
    expect([inquiry.answer, inquiry.running]).toEqual([1, false]);
  });

  test('keeps the old answer until the new one is there', async () => {
    const inquiry = new Inquiry<string, number>();
    await inquiry.ask('first', () => Promise.resolve(succeed(1)));
    const second = openQuestion();
    const asked = inquiry.ask('second', second.question);
    second.progress(0.5);
    expect([inquiry.answer, inquiry.answerOf, inquiry.asked, inquiry.running, inquiry.done]).toEqual([
      1,
      'first',
      'second',
      true,
      0.5,
    ]);
    second.answer(succeed(2));
    await asked;
    expect([inquiry.answer, inquiry.answerOf, inquiry.running]).toEqual([2, 'second', false]);
  });

  test('stops the older question, whose late answer and progress are passed over', async () => {
    const inquiry = new Inquiry<string, number>();
    const [older, newer] = [openQuestion(), openQuestion()];
    void inquiry.ask('older', older.question);
    const asked = inquiry.ask('newer', newer.question);
    expect(older.aborted).toBe(true);
    older.progress(0.9);
    older.answer(succeed(1));
    await settle();
    expect([inquiry.answer, inquiry.done, inquiry.running]).toEqual([undefined, 0, true]);
    newer.answer(fail([{ code: 'no', path: '', message: 'not now' }]));
    await asked;
    expect(inquiry.problems.map(({ message }) => message)).toEqual(['not now']);
  });

  test('that is stopped says nothing more, and can be asked again', async () => {
    const inquiry = new Inquiry<string, number>();
    const open = openQuestion();
    void inquiry.ask('it', open.question);
    inquiry.stop();
    open.answer(succeed(1));
    await settle();
    expect([inquiry.running, inquiry.answer]).toEqual([false, undefined]);
    await inquiry.ask('it', () => Promise.resolve(succeed(2)));
    expect(inquiry.answer).toBe(2);
  });
});

describe('the bridge on screen', () => {
  test('is asked once for a plan and a year', async () => {
    const runner = inProcess();
    let samples = 0;
    const counting = {
      sample: (...given: Parameters<typeof runner.sample>) => {
        samples++;
        return runner.sample(...given);
      },
    };
    const inquiry = new BridgeInquiry(counting);
    const plan: Plan = samplePlan(200);
    const subject = { plan, period: periodId('FY2027') };
    await inquiry.about(subject);
    expect(inquiry.isOf(subject)).toBe(true);
    expect(inquiry.answer?.trials).toBe(200);
    const asked = samples;
    await inquiry.about({ ...subject });
    expect(samples).toBe(asked);
    expect(inquiry.isOf({ ...subject, plan: samplePlan(100) })).toBe(false);
    await inquiry.again(subject);
    expect(samples).toBe(2 * asked);
  });
});
