import { useMemo } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { expectedHelp } from '#projections/expected-help.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { expectedHelpText } from './expected-help-text.ts';

interface ExpectedHelpProps {
  readonly centre: Pick<OpenCentre, 'ledger'>;
  readonly form: 'parents' | 'children';
  readonly year: number;
}

/** Before a round opens: how large a difference it will be able to tell from chance. */
export function ExpectedHelp({ centre, form, year }: ExpectedHelpProps) {
  const text = useText();
  const ledger = centre.ledger.value;
  const help = useMemo(() => expectedHelp(ledger, form, year), [ledger, form, year]);
  return <p class="expected-help">{expectedHelpText(text, help)}</p>;
}
