import { describe, expect, it } from 'vitest';
import type { RetentionView } from '#projections/retention-views.ts';
import { purgeChecks, type PurgeFacts } from '#ui/team/retention/purge-checks.ts';
import { fakeRound } from './fake-open-centre.ts';

const view: RetentionView = {
  form: 'parents',
  year: 2026,
  rounds: [fakeRound({ closed: true })],
  day: '2028-11-15',
  own: false,
  closed: true,
};

const ready: PurgeFacts = {
  view,
  today: '2028-12-01',
  online: true,
  hasMailbox: true,
  kitHere: true,
  unsureKiosks: 0,
  lateUntil: '2027-01-14',
};

function words(differs: Partial<PurgeFacts>): readonly string[] {
  return purgeChecks({ ...ready, ...differs }).map(({ state, words }) => `${state} ${words}`);
}

describe('before a purge', () => {
  it('everything is in order long after the closing', () => {
    expect(words({})).toEqual([
      'ok closedOk',
      'ok onlineOk',
      'ok adminOk',
      'ok kiosksOk',
      'ok lateOk',
    ]);
  });

  it('an open round and a missing network stop it', () => {
    expect(words({ view: { ...view, closed: false } })).toContain('stop closedStop');
    expect(words({ online: false })).toContain('stop onlineStop');
  });

  it('a kit on paper, silent kiosks, late days and a day ahead are a person’s to weigh', () => {
    expect(words({ kitHere: false })).toContain('warn adminStop');
    expect(words({ unsureKiosks: 2 })).toContain('warn kiosksWarn');
    expect(words({ today: '2027-01-14' })).toEqual(
      expect.arrayContaining(['warn lateWarn', 'warn dueWarn']),
    );
  });

  it('a centre without a mailbox asks for nothing that only a mailbox knows', () => {
    expect(words({ hasMailbox: false, online: false })).toEqual([
      'ok closedOk',
      'warn onlineNone',
      'ok adminOk',
    ]);
  });
});
