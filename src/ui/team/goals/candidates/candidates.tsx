import { useMemo, useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import {
  candidateOrders,
  goalCandidates,
  orderCandidates,
  type CandidateOrder,
} from '#projections/goal-candidates.ts';
import type { ResultsView } from '#projections/views.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { DataTable } from '#ui/parts/data-table/data-table.tsx';
import { SelectField } from '#ui/parts/field/field.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { ChooseGoal } from '#ui/team/results/choose-goal/choose-goal.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { CanChangeSelect } from './can-change-select.tsx';
import { candidateColumns, candidateCells } from './candidate-table.ts';

const atFirst = 8;

interface CandidatesProps {
  readonly centre: OpenCentre;
  readonly results: ResultsView;
}

/** Statements as possible goals, each with what speaks for it; sorted by one rule that is said and can be changed. */
export function Candidates({ centre, results }: CandidatesProps) {
  const text = useText();
  const { t, form } = text;
  const [order, setOrder] = useState<CandidateOrder>('lowest');
  const [all, setAll] = useState(false);
  const ledger = centre.ledger.value;
  const candidates = useMemo(
    () => orderCandidates(goalCandidates(ledger, results), order),
    [ledger, results, order],
  );
  if (candidates.every(({ position }) => position === null)) return null;
  const shown = all ? candidates : candidates.slice(0, atFirst);
  return (
    <Section
      title={t('results:candidates.title', { year: results.year })}
      lead={t('results:candidates.lead')}
    >
      <SelectField
        label={t('results:candidates.sort')}
        help={t('results:candidates.sortHelp')}
        value={order}
        options={candidateOrders.map((id) => ({
          value: id,
          label: t(`results:candidates.order.${id}`),
        }))}
        onChange={(next) => setOrder(candidateOrders.find((id) => id === next) ?? 'lowest')}
      />
      <DataTable
        stacks
        caption={t('results:candidates.caption', {
          year: results.year,
          order: t(`results:candidates.order.${order}`),
        })}
        columns={candidateColumns(text)}
        rows={shown.map((candidate) => ({
          id: candidate.item,
          head: (
            <a href={pathTo.resultsItem(results.year, candidate.item)}>
              {form('reflection').heading(candidate.item)}
            </a>
          ),
          cells: [
            ...candidateCells(text, candidate),
            <CanChangeSelect
              key={candidate.item}
              name={form('reflection').heading(candidate.item)}
              value={candidate.canChange}
              onChange={(can) =>
                void centre.resultsWork.setCanChange(results.year + 1, candidate.item, can)
              }
            />,
            <ChooseGoal
              brief
              key={`${candidate.item} goal`}
              subject={{ kind: 'item', id: candidate.item, form: 'reflection' }}
            />,
          ],
        }))}
      />
      {candidates.length > atFirst ? (
        <div>
          <Button expanded={all} onClick={() => setAll(!all)}>
            {all
              ? t('results:candidates.fewer')
              : t('results:candidates.all', { count: candidates.length })}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}
