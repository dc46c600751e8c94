import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { wordedForm, yearWording } from '#app/team/text-pack.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { TextProvider, useText, type Text } from '#ui/parts/text/text.tsx';

interface WordedTextProps {
  readonly centre: OpenCentre;
  readonly year: number | null;
  readonly children: ComponentChildren;
}

/** Gives all screens below it the statements in the words of the year that they are about. */
export function WordedText({ centre, year, children }: WordedTextProps) {
  const text = useText();
  const ledger = centre.ledger.value;
  const pack = useMemo(
    () => (year === null ? null : yearWording(centre, year)),
    [centre, ledger, year],
  );
  const worded = useMemo((): Text => {
    if (pack === null) return text;
    const reflection = wordedForm(text.form('reflection'), pack, text.language);
    return { ...text, form: (id) => (id === 'reflection' ? reflection : text.form(id)) };
  }, [text, pack]);
  return <TextProvider text={worded}>{children}</TextProvider>;
}
