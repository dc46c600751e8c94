import { yearWording } from '#app/team/text-pack.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { wordingMark } from './wording-mark.ts';
import './wording.css';

interface WordingNoteProps {
  readonly centre: OpenCentre;
  readonly year: number;
}

/** Says whose words the statements of a year stand in; nothing where they are the form's own. */
export function WordingNote({ centre, year }: WordingNoteProps) {
  const text = useText();
  const pack = yearWording(centre, year);
  return pack === null ? null : <p class="wording-note">{wordingMark(text, pack)}</p>;
}
