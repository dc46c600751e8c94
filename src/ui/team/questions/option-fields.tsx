import { useState } from 'preact/hooks';
import { questionOption } from '#app/team/centre-questions.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { questionLimits, type QuestionView } from '#projections/local-questions.ts';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { maxOptionCharacters } from './question-limits.ts';

const leastShown = 2;

/** The Swedish words of a choice's options: as many as are written, and an empty one for the next. */
export function OptionFields({
  centre,
  question,
}: {
  readonly centre: OpenCentre;
  readonly question: QuestionView;
}) {
  const { t } = useText();
  const { slots } = questionLimits;
  const [most, setMost] = useState(leastShown);
  const lastWritten = slots.findLastIndex((slot) => question.optionText(slot, 'sv') !== '');
  // A field that was shown stays, also when its words are taken away: focus may stand in it.
  const shown = Math.min(slots.length, Math.max(most, lastWritten + 2));
  if (shown > most) setMost(shown);
  return (
    <div class="own-options">
      {slots.slice(0, shown).map((slot, at) => (
        <SavedField
          key={slot}
          label={t('questions:own.option', { number: at + 1 })}
          {...(at < leastShown ? {} : { optional: t('questions:own.optional') })}
          value={question.optionText(slot, 'sv')}
          maxLength={maxOptionCharacters}
          writtenIn={{ code: 'sv', direction: 'ltr' }}
          keeper={questionOption(centre, question.id, slot, 'sv')}
        />
      ))}
    </div>
  );
}
