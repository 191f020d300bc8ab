import type { FigureRow } from './figureRow';
import { seatsWords } from './seatingWords';
import { splitTerms } from './splitTerms';

const seats: FigureRow = {
  term: splitTerms.seats,
  cell: ({ seats: found }, { seating }) => seatsWords(found, seating),
  raw: ({ seats: found }, { seating }) => [
    ['Seats put', seating === 'stand' ? 'as they stand' : `spread by ${seating}`],
    ['Seats', found.seats],
    ['Seats that change territory', found.moved],
    ['Seats in none of its territories', found.stranded],
    ['Territories without a seat', found.empty],
  ],
};

/** Who works a split while it is judged: what its outcome rests on. */
export const seatRows: readonly FigureRow[] = [seats];
