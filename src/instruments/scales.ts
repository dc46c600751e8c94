import type { Scale, ScaleId } from './form.ts';

/**
 * The scales, points in shown order. The reflection's six stops keep the order of the form in use,
 * "Fungerar" on the left, with no middle; it is stored 6 = fungerar … 1 = behöver utvecklas.
 */
export const scales: Readonly<Record<ScaleId, Scale>> = {
  working6: {
    id: 'working6',
    points: [6, 5, 4, 3, 2, 1],
    nonAnswers: ['unknown', 'notHere'],
    favourable: [6, 5, 4],
  },
  agree4: {
    id: 'agree4',
    points: [4, 3, 2, 1],
    nonAnswers: ['unknown', 'notUsed'],
    favourable: [4, 3],
  },
  feeling3: { id: 'feeling3', points: [3, 2, 1], nonAnswers: ['declined'], favourable: [3] },
  yes3: { id: 'yes3', points: [3, 2, 1], nonAnswers: ['declined'], favourable: [3] },
};
