import { drawItem, type Draw } from './seededDraws';

const given = [
  'Aisha Alma Amara Anders Beatriz Bram Camille Chen Dalia Dmitri Elena Emeka Farah Felix Greta',
  'Hana Henrik Ines Isaac Jamila Joon Kaito Karin Leila Liam Lucia Mateo Meera Mina Nadia Nils Noor',
  'Oscar Paula Priya Rafael Rosa Samir Sofia Tariq Tess Viktor Wen Zoe',
].flatMap((line) => line.split(' '));

const family = [
  'Abara Almeida Andersen Bakker Baptiste Castillo Cohen Dubois Eriksen Farouk Fischer Garcia',
  'Haddad Hughes Ito Jansen Kapoor Keller Kim Kowalski Laurent Lindqvist Mbeki Moreau Murphy',
  'Nakamura Novak Okafor Oliveira Park Patel Quinn Rossi Santos Schmidt Silva Sorensen Tanaka',
  'Torres Varga Walker Weber Yilmaz Zhang',
].flatMap((line) => line.split(' '));

/** A source of invented full names that never repeats itself (there are some 1,900; then they are numbered). */
export function sampleNames(draw: Draw): () => string {
  const used = new Set<string>();
  return () => {
    let name = `${drawItem(draw, given)} ${drawItem(draw, family)}`;
    for (let tries = 0; used.has(name) && tries < 50; tries++)
      name = `${drawItem(draw, given)} ${drawItem(draw, family)}`;
    if (used.has(name)) name = `${name} ${used.size}`;
    used.add(name);
    return name;
  };
}
