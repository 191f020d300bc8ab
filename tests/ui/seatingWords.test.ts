import { expect, test } from 'vitest';
import {
  seatingBasis,
  seatingName,
  seatsMoved,
  seatsWords,
  spreadWords,
} from '../../src/ui/splits/seatingWords';

test('a way to seat people is named by what decides, and said in a sentence', () => {
  expect(seatingName('stand', 'Accounts')).toBe('As they stand');
  expect(seatingName('workload', 'Potential')).toBe('Spread by workload');
  expect(seatingName('balance', 'ZIP codes')).toBe('Spread by ZIP codes');
  expect(seatingBasis('potential', 'Hours')).toBe('seats spread over each split by potential');
});

test('a cell says how many seats there are, how many move, and what is amiss', () => {
  const seats = { seats: 12, moved: 0, stranded: 0, territories: 6, empty: 0 };
  expect(seatsWords(seats, 'potential')).toEqual({ text: '12', note: 'none moves' });
  expect(seatsWords({ ...seats, moved: 1 }, 'potential').note).toBe('1 moves');
  expect(seatsWords({ ...seats, stranded: 3, empty: 2 }, 'stand').note).toBe(
    'as they stand, 2 of 6 territories without, 3 in none of its territories',
  );
  expect(spreadWords(4, 12)).toBe('4 of 12 seats would change territory.');
  expect(spreadWords(0, 12)).toBe('All 12 seats are spread like that already.');
  expect(seatsMoved(1)).toBe('1 seat changed territory');
});
