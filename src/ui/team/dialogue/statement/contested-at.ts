import { fieldSubjectOf } from '#app/team/field-subject.ts';
import type { ContestedField } from '#projections/views.ts';

/** A part of a joint position that two people wrote at once. */
export interface ContestedPart {
  readonly kind: 'mark' | 'comment' | 'reservation';
  readonly field: ContestedField;
}

const kinds = {
  positionMark: 'mark',
  positionComment: 'comment',
  positionReservation: 'reservation',
} as const;

/** The parts of one statement's joint position that wait to be settled. */
export function contestedAt(
  contested: readonly ContestedField[],
  year: number,
  item: string,
): readonly ContestedPart[] {
  return contested.flatMap((field): readonly ContestedPart[] => {
    const subject = fieldSubjectOf(field.path);
    switch (subject.kind) {
      case 'positionMark':
      case 'positionComment':
      case 'positionReservation':
        return subject.year === year && subject.item === item
          ? [{ kind: kinds[subject.kind], field }]
          : [];
      default:
        return [];
    }
  });
}
