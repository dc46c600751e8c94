import type { AreaId, Form, ScaleItem, Section } from './form.ts';

type Statement = Pick<ScaleItem, 'id' | 'service' | 'aboutOnePerson'>;

/** Statements 17–24: where a service is one colleague, the mark is about that person. */
function oneColleague(id: string, service: ScaleItem['service']): Statement {
  return { id, service, aboutOnePerson: true };
}

function areaSection(area: AreaId, statements: readonly Statement[]): Section {
  return {
    id: area,
    items: statements.map((statement) => ({
      ...statement,
      version: 1,
      kind: 'scale',
      scale: 'working6',
      area,
    })),
  };
}

/** The team's yearly self-reflection: 30 statements in 6 areas, in the order of the form in use. */
export const reflectionForm: Form = {
  id: 'reflection',
  version: 1,
  sections: [
    areaSection('general', [{ id: 'r01' }, { id: 'r02' }, { id: 'r03' }]),
    areaSection('earlySupportParents', [
      { id: 'r04', service: 'openPreschool' },
      { id: 'r05' },
      { id: 'r06' },
      { id: 'r07' },
      { id: 'r08' },
      { id: 'r09', service: 'openPreschool' },
      { id: 'r10' },
      { id: 'r11' },
    ]),
    areaSection('learning', [{ id: 'r12' }, { id: 'r13' }, { id: 'r14' }, { id: 'r15' }]),
    areaSection('earlySupportStaff', [
      { id: 'r16' },
      oneColleague('r17', 'midwifery'),
      oneColleague('r18', 'midwifery'),
      oneColleague('r19', 'childHealth'),
      oneColleague('r20', 'childHealth'),
      oneColleague('r21', 'socialServices'),
      oneColleague('r22', 'socialServices'),
      oneColleague('r23', 'openPreschool'),
      oneColleague('r24', 'openPreschool'),
    ]),
    areaSection('equality', [{ id: 'r25' }, { id: 'r26' }]),
    areaSection('collaboration', [{ id: 'r27' }, { id: 'r28' }, { id: 'r29' }, { id: 'r30' }]),
  ],
};
