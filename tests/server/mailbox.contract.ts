import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '#protocol/envelope.ts';
import type { EnvelopeOutcome } from '#protocol/errors.ts';
import { maxAnswerEnvelopeBytes, maxTeamEnvelopeBytes } from '#protocol/limits.ts';
import {
  invitationSchema,
  kioskReportsSchema,
  pullReplySchema,
  roundCardSchema,
  roundVoiceSchema,
  type KioskReport,
} from '#protocol/routes.ts';
import type {
  DeviceCapability,
  HeadChange,
  LinkCapability,
  Mailbox,
  MailboxLimits,
} from '#server/mailbox.ts';
import { hashToken } from '#server/tokens.ts';
import * as v from 'valibot';
import {
  answerOf,
  codeOf,
  envelopeOf,
  newId,
  newInvite,
  newRound,
  newSpace,
  newToken,
  purgeOf,
  valueOf,
} from './fixtures.ts';

export interface MailboxSetup {
  readonly now: () => Date;
  readonly limits: Partial<MailboxLimits>;
}

/** What every mailbox promises. `setup` gives a fresh and empty one, and closes it when the test ends. */
export function describeMailbox(
  name: string,
  setup: (options: MailboxSetup) => Mailbox | Promise<Mailbox>,
): void {
  /** A mailbox with one space, its first device and a clock to turn. */
  async function setupSpace(limits: Partial<MailboxLimits> = {}) {
    const clock = { today: '2026-03-10', hour: '12' };
    const mailbox = await setup({
      now: () => new Date(`${clock.today}T${clock.hour}:00:00Z`),
      limits,
    });
    const space = newSpace();
    const { state } = valueOf(await mailbox.createSpace(space.request));
    return { ...space, mailbox, clock, epoch: state.epoch };
  }

  async function setupRound(fields = {}, limits: Partial<MailboxLimits> = {}) {
    const space = await setupSpace(limits);
    const round = newRound(space.space, fields);
    valueOf(await space.mailbox.registerRound(space.byDevice, round.round, round.request));
    return { ...space, ...round, createRequest: space.request, registerRequest: round.request };
  }

  async function outcomes(
    mailbox: Mailbox,
    by: DeviceCapability | LinkCapability,
    ...envelopes: Envelope[]
  ): Promise<EnvelopeOutcome[]> {
    const { results } = valueOf(await mailbox.pushEnvelopes(by, envelopes));
    expect(results.map(({ id }) => id)).toEqual(envelopes.map(({ id }) => id));
    return results.map(({ outcome }) => outcome);
  }

  async function pullAll(mailbox: Mailbox, by: DeviceCapability, limit = 500) {
    const envelopes: Envelope[] = [];
    let after = 0;
    for (;;) {
      const page = valueOf(await mailbox.pull(by, { after, limit }));
      expect(v.is(pullReplySchema, page)).toBe(true);
      envelopes.push(...page.envelopes);
      if (page.next === page.head) return { envelopes, head: page.head };
      after = page.next;
    }
  }

  const ids = (envelopes: readonly Envelope[]) => envelopes.map(({ id }) => id);

  describe(`${name}: spaces`, () => {
    it('starts at head 0 in an epoch of its own', async () => {
      const { mailbox, byDevice, epoch } = await setupSpace();
      const other = newSpace();
      const { state, isNew } = valueOf(await mailbox.createSpace(other.request));
      expect({ head: state.head, isNew }).toEqual({ head: 0, isNew: true });
      expect(state.epoch).not.toBe(epoch);
      const page = valueOf(await mailbox.pull(byDevice, { after: 0, limit: 10 }));
      expect(page).toEqual({ epoch, head: 0, next: 0, continues: true, envelopes: [] });
    });

    it('is made once however often it is asked for, and refuses another under the same id', async () => {
      const { mailbox, request, epoch, byDevice } = await setupSpace();
      await outcomes(mailbox, byDevice, envelopeOf());
      expect(valueOf(await mailbox.createSpace(request))).toEqual({
        state: { epoch, head: 1 },
        isNew: false,
      });
      const tokens = { adminTokenHash: hashToken(newToken()) };
      expect(codeOf(await mailbox.createSpace({ ...request, ...tokens }))).toBe('conflict');
      const device = { device: newId() };
      expect(codeOf(await mailbox.createSpace({ ...request, ...device }))).toBe('conflict');
    });

    it('tells what a token is, within its own space alone', async () => {
      const { mailbox, space, device, adminToken, deviceToken } = await setupSpace();
      const other = newSpace();
      valueOf(await mailbox.createSpace(other.request));
      const ask = (id: string, token: string) => mailbox.spaceCapability(id, hashToken(token));
      expect(valueOf(await ask(space, adminToken))).toEqual({ kind: 'admin', space });
      expect(valueOf(await ask(space, deviceToken))).toEqual({ kind: 'device', space, device });
      expect(codeOf(await ask(other.space, deviceToken))).toBe('unauthorized');
      expect(codeOf(await ask(space, newToken()))).toBe('unauthorized');
      expect(codeOf(await ask(newId(), deviceToken))).toBe('unauthorized');
    });

    it('is gone for good when deleted, and so is everything that it held', async () => {
      const setting = await setupRound();
      const { mailbox, byAdmin, byDevice, byAnswer, space, deviceToken, round } = setting;
      await outcomes(mailbox, byDevice, envelopeOf(), answerOf(round));
      valueOf(await mailbox.deleteSpace(byAdmin));
      const asked = await mailbox.spaceCapability(space, hashToken(deviceToken));
      expect(codeOf(asked)).toBe('gone');
      expect(codeOf(await mailbox.deleteSpace(byAdmin))).toBe('gone');
      expect(codeOf(await mailbox.createSpace(setting.createRequest))).toBe('gone');
      expect(codeOf(await mailbox.pull(byDevice, { after: 0, limit: 10 }))).toBe('gone');
      expect(codeOf(await mailbox.pushEnvelopes(byDevice, [envelopeOf()]))).toBe('gone');
      expect(codeOf(await mailbox.listDevices(byAdmin))).toBe('gone');
      expect(codeOf(await mailbox.roundCard(byAnswer))).toBe('gone');
      expect(await outcomes(mailbox, byAnswer, answerOf(round))).toEqual(['purged']);
    });

    it('leaves the other spaces alone when it is deleted', async () => {
      const { mailbox, byAdmin } = await setupSpace();
      const other = newSpace();
      valueOf(await mailbox.createSpace(other.request));
      const kept = envelopeOf();
      await outcomes(mailbox, other.byDevice, kept);
      valueOf(await mailbox.deleteSpace(byAdmin));
      expect((await pullAll(mailbox, other.byDevice)).envelopes).toEqual([kept]);
    });
  });

  describe(`${name}: devices and invites`, () => {
    it('enrols one device per invite, and the same device again when the reply was lost', async () => {
      const { mailbox, space, byDevice, epoch } = await setupSpace();
      const { invite, token, request } = newInvite('2026-03-12');
      valueOf(await mailbox.openInvite(byDevice, invite, request));
      valueOf(await mailbox.openInvite(byDevice, invite, request));
      const asked = valueOf(await mailbox.spaceCapability(space, hashToken(token)));
      expect(asked).toEqual({ kind: 'invite', space, invite });
      const by = { kind: 'invite', space, invite } as const;
      const read = valueOf(await mailbox.readInvite(by));
      expect(v.parse(invitationSchema, read)).toEqual({ envelope: request.envelope });

      const deviceToken = newToken();
      const enrolment = { device: newId(), tokenHash: hashToken(deviceToken) };
      const state = { epoch, head: 0 };
      expect(valueOf(await mailbox.enrolDevice(by, enrolment))).toEqual(state);
      expect(valueOf(await mailbox.enrolDevice(by, enrolment))).toEqual(state);
      const second = { device: newId(), tokenHash: hashToken(newToken()) };
      expect(codeOf(await mailbox.enrolDevice(by, second))).toBe('gone');
      const otherToken = { ...enrolment, tokenHash: second.tokenHash };
      expect(codeOf(await mailbox.enrolDevice(by, otherToken))).toBe('conflict');
      expect(codeOf(await mailbox.readInvite(by))).toBe('gone');
      const enrolled = await mailbox.spaceCapability(space, hashToken(deviceToken));
      expect(valueOf(enrolled)).toEqual({ kind: 'device', space, device: enrolment.device });
    });

    it('keeps an invite to its last day, and no invite longer than it may be', async () => {
      const { mailbox, space, byDevice, clock } = await setupSpace();
      const { invite, request } = newInvite('2026-03-12');
      valueOf(await mailbox.openInvite(byDevice, invite, request));
      const by = { kind: 'invite', space, invite } as const;
      clock.today = '2026-03-12';
      expect((await mailbox.readInvite(by)).ok).toBe(true);
      clock.today = '2026-03-13';
      expect(codeOf(await mailbox.readInvite(by))).toBe('gone');
      const enrolment = { device: newId(), tokenHash: hashToken(newToken()) };
      expect(codeOf(await mailbox.enrolDevice(by, enrolment))).toBe('gone');
      for (const expires of ['2026-03-12', '2026-03-29', '9999-12-31']) {
        const late = newInvite(expires);
        const opened = await mailbox.openInvite(byDevice, late.invite, late.request);
        expect(codeOf(opened)).toBe('badRequest');
      }
    });

    it('takes only an invite under its own id, and no second one there', async () => {
      const { mailbox, byDevice } = await setupSpace();
      const { invite, request } = newInvite('2026-03-12');
      const open = (envelope: Envelope) =>
        mailbox.openInvite(byDevice, invite, { ...request, envelope });
      expect(codeOf(await open(envelopeOf({ key: invite })))).toBe('badRequest');
      expect(codeOf(await open(envelopeOf({ kind: 'invite' })))).toBe('badRequest');
      const long = envelopeOf({ kind: 'invite', key: invite }, maxTeamEnvelopeBytes);
      expect(codeOf(await open(long))).toBe('tooLarge');
      valueOf(await open(request.envelope));
      const other = envelopeOf({ kind: 'invite', key: invite });
      expect(codeOf(await open(other))).toBe('conflict');
    });

    it('counts only open invites against their limit', async () => {
      const { mailbox, byDevice, clock } = await setupSpace({ maxOpenInvitesPerSpace: 2 });
      const open = async () => {
        const { invite, request } = newInvite(clock.today);
        return mailbox.openInvite(byDevice, invite, request);
      };
      valueOf(await open());
      valueOf(await open());
      expect(codeOf(await open())).toBe('full');
      clock.today = '2026-03-11';
      valueOf(await open());
    });

    it('lets the admin enrol a device without an invite, up to the limit', async () => {
      const { mailbox, byAdmin, device } = await setupSpace({ maxDevicesPerSpace: 2 });
      const second = { device: newId(), tokenHash: hashToken(newToken()) };
      const third = { device: newId(), tokenHash: hashToken(newToken()) };
      valueOf(await mailbox.enrolDevice(byAdmin, second));
      valueOf(await mailbox.enrolDevice(byAdmin, second));
      expect(codeOf(await mailbox.enrolDevice(byAdmin, third))).toBe('full');
      const { devices } = valueOf(await mailbox.listDevices(byAdmin));
      expect(devices.map((entry) => entry.device).sort()).toEqual([device, second.device].sort());
      expect(devices[0]?.enrolledAt).toBe('2026-03-10T12:00:00.000Z');
      valueOf(await mailbox.revokeDevice(byAdmin, device));
      valueOf(await mailbox.enrolDevice(byAdmin, third));
    });

    it('shuts a revoked device out at once, along with the invites that it opened', async () => {
      const { mailbox, space, byAdmin, byDevice, device, deviceToken } = await setupSpace();
      const { invite, token, request } = newInvite('2026-03-12');
      valueOf(await mailbox.openInvite(byDevice, invite, request));
      valueOf(await mailbox.revokeDevice(byAdmin, device));
      valueOf(await mailbox.revokeDevice(byAdmin, device));
      for (const lost of [deviceToken, token]) {
        const asked = await mailbox.spaceCapability(space, hashToken(lost));
        expect(codeOf(asked)).toBe('unauthorized');
      }
      // Its request was already on the way when it was revoked.
      expect(codeOf(await mailbox.pushEnvelopes(byDevice, [envelopeOf()]))).toBe('unauthorized');
      expect(codeOf(await mailbox.pull(byDevice, { after: 0, limit: 1 }))).toBe('unauthorized');
      const round = newRound(space);
      const registered = await mailbox.registerRound(byDevice, round.round, round.request);
      expect(codeOf(registered)).toBe('unauthorized');
      const enrolment = { device, tokenHash: hashToken(newToken()) };
      const by = { kind: 'invite', space, invite } as const;
      expect(codeOf(await mailbox.enrolDevice(by, enrolment))).toBe('unauthorized');
    });
  });

  describe(`${name}: a revoked device`, () => {
    it('takes every unused link of the space with it, whoever made it, and no later one when asked again', async () => {
      const { mailbox, space, byAdmin, byDevice } = await setupSpace();
      const leaver = { device: newId(), tokenHash: hashToken(newToken()) };
      const used = newInvite('2026-03-12');
      valueOf(await mailbox.openInvite(byDevice, used.invite, used.request));
      const byUsed = { kind: 'invite', space, invite: used.invite } as const;
      valueOf(await mailbox.enrolDevice(byUsed, leaver));
      const before = newInvite('2026-03-12');
      valueOf(await mailbox.openInvite(byDevice, before.invite, before.request));
      valueOf(await mailbox.revokeDevice(byAdmin, leaver.device));
      const asked = await mailbox.spaceCapability(space, hashToken(before.token));
      expect(codeOf(asked)).toBe('unauthorized');
      const byBefore = { kind: 'invite', space, invite: before.invite } as const;
      const stranger = { device: newId(), tokenHash: hashToken(newToken()) };
      expect(codeOf(await mailbox.enrolDevice(byBefore, stranger))).toBe('unauthorized');

      const after = newInvite('2026-03-12');
      valueOf(await mailbox.openInvite(byDevice, after.invite, after.request));
      valueOf(await mailbox.revokeDevice(byAdmin, leaver.device));
      const byAfter = { kind: 'invite', space, invite: after.invite } as const;
      valueOf(await mailbox.enrolDevice(byAfter, stranger));
    });

    it('is let in again neither by an invite nor by the admin, while a new one is', async () => {
      const { mailbox, space, byAdmin, byDevice, epoch } = await setupSpace();
      const leaver = { device: newId(), tokenHash: hashToken(newToken()) };
      const used = newInvite('2026-03-12');
      valueOf(await mailbox.openInvite(byDevice, used.invite, used.request));
      const byUsed = { kind: 'invite', space, invite: used.invite } as const;
      valueOf(await mailbox.enrolDevice(byUsed, leaver));
      valueOf(await mailbox.revokeDevice(byAdmin, leaver.device));
      const { invite, request } = newInvite('2026-03-12');
      valueOf(await mailbox.openInvite(byDevice, invite, request));
      const byInvite = { kind: 'invite', space, invite } as const;
      const tokenHash = hashToken(newToken());
      for (const by of [byInvite, byUsed, byAdmin]) {
        expect(codeOf(await mailbox.enrolDevice(by, leaver))).toBe('forbidden');
        expect(codeOf(await mailbox.enrolDevice(by, { ...leaver, tokenHash }))).toBe('forbidden');
      }
      // What was refused has used nothing up.
      const fresh = { device: newId(), tokenHash };
      expect(valueOf(await mailbox.enrolDevice(byInvite, fresh))).toEqual({ epoch, head: 0 });
    });

    it('keeps no one else out: the space is answered as before, another space knows nothing of it', async () => {
      const { mailbox, request, byAdmin, epoch } = await setupSpace();
      const other = newSpace();
      valueOf(await mailbox.createSpace(other.request));
      const leaver = { device: newId(), tokenHash: hashToken(newToken()) };
      valueOf(await mailbox.revokeDevice(byAdmin, leaver.device));
      valueOf(await mailbox.enrolDevice(other.byAdmin, leaver));
      const again = valueOf(await mailbox.createSpace(request));
      expect(again).toEqual({ state: { epoch, head: 0 }, isNew: false });
      valueOf(await mailbox.deleteSpace(byAdmin));
      expect(codeOf(await mailbox.enrolDevice(byAdmin, leaver))).toBe('gone');
    });
  });

  describe(`${name}: rounds`, () => {
    it('hands the card to both links, with the dates as they are today', async () => {
      const setting = await setupRound();
      const { mailbox, byDevice, byAnswer, byKiosk, round, registerRequest } = setting;
      const { card, opens } = registerRequest;
      const moved = { ...registerRequest, closes: '2026-05-01' };
      valueOf(await mailbox.registerRound(byDevice, round, moved));
      for (const by of [byAnswer, byKiosk]) {
        const reply = valueOf(await mailbox.roundCard(by));
        expect(v.parse(roundCardSchema, reply)).toEqual({ card, opens, closes: '2026-05-01' });
      }
    });

    it('hands a recorded prompt of the round to both of its links, also after the closing date', async () => {
      const { mailbox, clock, byDevice, byAnswer, byKiosk, round } = await setupRound();
      const voice = envelopeOf({ kind: 'voice', round, key: round }, 100_000);
      expect(codeOf(await mailbox.roundVoice(byAnswer, voice.id))).toBe('notFound');
      await outcomes(mailbox, byDevice, voice);
      clock.today = '2027-03-10';
      for (const by of [byAnswer, byKiosk]) {
        const reply = valueOf(await mailbox.roundVoice(by, voice.id));
        expect(v.parse(roundVoiceSchema, reply)).toEqual({ envelope: voice });
      }
    });

    it('hands a link nothing but voices, and those of its own round alone', async () => {
      const { mailbox, space, byDevice, byAnswer, byKiosk, round } = await setupRound();
      const other = newRound(space);
      valueOf(await mailbox.registerRound(byDevice, other.round, other.request));
      const stranger = newSpace();
      valueOf(await mailbox.createSpace(stranger.request));
      const hidden = [
        answerOf(round),
        envelopeOf({ round }),
        envelopeOf({ kind: 'roundKey', round }),
        envelopeOf({ kind: 'voice', round: null }),
        envelopeOf({ kind: 'voice', round: other.round }),
      ];
      await outcomes(mailbox, byDevice, ...hidden);
      const elsewhere = envelopeOf({ kind: 'voice', round });
      await outcomes(mailbox, stranger.byDevice, elsewhere);
      for (const { id } of [...hidden, elsewhere, envelopeOf()]) {
        for (const by of [byAnswer, byKiosk]) {
          expect(codeOf(await mailbox.roundVoice(by, id))).toBe('notFound');
        }
      }
    });

    it('takes no voice through a link', async () => {
      const { mailbox, byAnswer, byKiosk, round } = await setupRound();
      for (const by of [byAnswer, byKiosk]) {
        expect(await outcomes(mailbox, by, envelopeOf({ kind: 'voice', round }))).toEqual([
          'forbidden',
        ]);
      }
    });

    it('tells the two links of a round apart, and refuses every other token', async () => {
      const { mailbox, space, round, answerToken, kioskToken } = await setupRound();
      const other = newRound(space);
      const ask = (token: string) => mailbox.linkCapability(round, hashToken(token));
      expect(valueOf(await ask(answerToken))).toEqual({ kind: 'answer', space, round });
      expect(valueOf(await ask(kioskToken))).toEqual({ kind: 'kiosk', space, round });
      expect(codeOf(await ask(other.answerToken))).toBe('unauthorized');
      const unknown = await mailbox.linkCapability(other.round, hashToken(other.answerToken));
      expect(codeOf(unknown)).toBe('unauthorized');
    });

    it('never changes a card or a token, and never lends a round to another space', async () => {
      const { mailbox, byDevice, round, registerRequest } = await setupRound();
      const other = newSpace();
      valueOf(await mailbox.createSpace(other.request));
      const changes = [
        { card: 'AAAA' },
        { answerTokenHash: hashToken(newToken()) },
        { kioskTokenHash: hashToken(newToken()) },
      ];
      for (const change of changes) {
        const request = { ...registerRequest, ...change };
        expect(codeOf(await mailbox.registerRound(byDevice, round, request))).toBe('conflict');
      }
      const lent = await mailbox.registerRound(other.byDevice, round, registerRequest);
      expect(codeOf(lent)).toBe('conflict');
    });

    it('takes as many rounds as a space may have', async () => {
      const { mailbox, space, byDevice } = await setupRound({}, { maxRoundsPerSpace: 1 });
      const { round, request } = newRound(space);
      expect(codeOf(await mailbox.registerRound(byDevice, round, request))).toBe('full');
    });

    it('lets a flood through the answer link fill that link for the hour, and nothing else', async () => {
      const limits = { answerEnvelopesPerLinkPerHour: 2, kioskEnvelopesPerLinkPerHour: 3 };
      const setting = await setupRound({}, limits);
      const { mailbox, byAnswer, byKiosk, byDevice, round, clock } = setting;
      const [first, second, third] = [answerOf(round), answerOf(round), answerOf(round)];
      expect(await outcomes(mailbox, byAnswer, first)).toEqual(['stored']);
      const batch = [first, second, second, third] as const;
      const flooded = ['known', 'stored', 'known', 'full'];
      expect(await outcomes(mailbox, byAnswer, ...batch)).toEqual(flooded);
      expect(await outcomes(mailbox, byAnswer, first, third)).toEqual(['known', 'full']);
      const ofKiosk = Array.from({ length: 4 }, () => answerOf(round));
      const kiosk = ['stored', 'stored', 'stored', 'full'];
      expect(await outcomes(mailbox, byKiosk, ...ofKiosk)).toEqual(kiosk);
      expect(await outcomes(mailbox, byDevice, answerOf(round), envelopeOf())).toEqual([
        'stored',
        'stored',
      ]);
      const other = newRound(setting.space);
      valueOf(await mailbox.registerRound(byDevice, other.round, other.request));
      expect(await outcomes(mailbox, other.byAnswer, answerOf(other.round))).toEqual(['stored']);
      clock.hour = '13';
      expect(await outcomes(mailbox, byAnswer, third, answerOf(round))).toEqual([
        'stored',
        'stored',
      ]);
      expect(await outcomes(mailbox, byAnswer, answerOf(round))).toEqual(['full']);
    });

    it('takes late answers for 60 days after the closing date, and then only known ones', async () => {
      const { mailbox, clock, byAnswer, byKiosk, byDevice, round } = await setupRound();
      const late = answerOf(round);
      clock.today = '2026-05-31';
      expect(await outcomes(mailbox, byAnswer, late)).toEqual(['stored']);
      clock.today = '2026-06-01';
      expect(await outcomes(mailbox, byAnswer, late, answerOf(round))).toEqual(['known', 'closed']);
      expect(await outcomes(mailbox, byKiosk, answerOf(round))).toEqual(['closed']);
      expect(await outcomes(mailbox, byDevice, answerOf(round))).toEqual(['stored']);
    });

    it('counts a quota for each link by itself, and what is stored alone', async () => {
      const setting = await setupRound({ answerQuota: 2, kioskQuota: 1 });
      const { mailbox, byAnswer, byKiosk, byDevice, round } = setting;
      const [first, second] = [answerOf(round), answerOf(round)];
      expect(await outcomes(mailbox, byAnswer, first, first)).toEqual(['stored', 'known']);
      expect(await outcomes(mailbox, byDevice, answerOf(round))).toEqual(['stored']);
      const batch = [first, second, answerOf(round)] as const;
      expect(await outcomes(mailbox, byAnswer, ...batch)).toEqual(['known', 'stored', 'full']);
      expect(await outcomes(mailbox, byKiosk, answerOf(round))).toEqual(['stored']);
      expect(await outcomes(mailbox, byKiosk, answerOf(round))).toEqual(['full']);
      const more = { ...setting.registerRequest, kioskQuota: 2 };
      valueOf(await mailbox.registerRound(byDevice, round, more));
      expect(await outcomes(mailbox, byKiosk, answerOf(round))).toEqual(['stored']);
    });
  });

  describe(`${name}: kiosk reports`, () => {
    const kioskReport = (fields: Partial<KioskReport> = {}): KioskReport => {
      return { kiosk: newId(), collected: 12, waiting: 3, ...fields };
    };
    async function reportsOf(mailbox: Mailbox, by: DeviceCapability) {
      const list = valueOf(await mailbox.listKioskReports(by));
      return v.parse(kioskReportsSchema, list).reports.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    }

    it('keep the newest of each kiosk of each round, with the time at which it came', async () => {
      const { mailbox, space, byDevice, byKiosk, round, clock } = await setupRound();
      const other = newRound(space);
      valueOf(await mailbox.registerRound(byDevice, other.round, other.request));
      expect(await reportsOf(mailbox, byDevice)).toEqual([]);
      const [first, second] = [kioskReport(), kioskReport({ collected: 0, waiting: 0 })];
      valueOf(await mailbox.reportKiosk(byKiosk, first));
      clock.hour = '13';
      valueOf(await mailbox.reportKiosk(byKiosk, second));
      clock.hour = '14';
      const elsewhere = kioskReport({ kiosk: first.kiosk });
      valueOf(await mailbox.reportKiosk(other.byKiosk, elsewhere));
      clock.hour = '15';
      const newer = { ...first, collected: 13, waiting: 0 };
      valueOf(await mailbox.reportKiosk(byKiosk, newer));
      expect(await reportsOf(mailbox, byDevice)).toEqual([
        { round, ...second, at: '2026-03-10T13:00:00.000Z' },
        { round: other.round, ...elsewhere, at: '2026-03-10T14:00:00.000Z' },
        { round, ...newer, at: '2026-03-10T15:00:00.000Z' },
      ]);
    });

    it('come through a kiosk link alone, and are read by a device of the space alone', async () => {
      const { mailbox, byAnswer, byKiosk, byAdmin, byDevice, device } = await setupRound();
      expect(codeOf(await mailbox.reportKiosk(byAnswer, kioskReport()))).toBe('forbidden');
      valueOf(await mailbox.reportKiosk(byKiosk, kioskReport()));
      const other = newSpace();
      valueOf(await mailbox.createSpace(other.request));
      expect(await reportsOf(mailbox, other.byDevice)).toEqual([]);
      expect((await reportsOf(mailbox, byDevice)).length).toBe(1);
      valueOf(await mailbox.revokeDevice(byAdmin, device));
      expect(codeOf(await mailbox.listKioskReports(byDevice))).toBe('unauthorized');
    });

    it('come from as many kiosks as a round may have, and from those again and again', async () => {
      const { mailbox, byKiosk, byDevice } = await setupRound({}, { maxKiosksPerRound: 2 });
      const [first, second] = [kioskReport(), kioskReport()];
      for (const one of [first, second, first]) valueOf(await mailbox.reportKiosk(byKiosk, one));
      expect(codeOf(await mailbox.reportKiosk(byKiosk, kioskReport()))).toBe('full');
      valueOf(await mailbox.reportKiosk(byKiosk, { ...second, waiting: 0 }));
      expect((await reportsOf(mailbox, byDevice)).length).toBe(2);
    });

    it('go with their round when it is purged, and with their space', async () => {
      const { mailbox, space, byKiosk, byDevice, byAdmin, round } = await setupRound();
      const other = newRound(space);
      valueOf(await mailbox.registerRound(byDevice, other.round, other.request));
      for (const by of [byKiosk, other.byKiosk]) {
        valueOf(await mailbox.reportKiosk(by, kioskReport()));
      }
      valueOf(await mailbox.purgeRound(byAdmin, purgeOf(round)));
      const left = await reportsOf(mailbox, byDevice);
      expect(left.map((report) => report.round)).toEqual([other.round]);
      expect(codeOf(await mailbox.reportKiosk(byKiosk, kioskReport()))).toBe('gone');
      valueOf(await mailbox.deleteSpace(byAdmin));
      expect(codeOf(await mailbox.reportKiosk(other.byKiosk, kioskReport()))).toBe('gone');
      expect(codeOf(await mailbox.listKioskReports(byDevice))).toBe('gone');
    });
  });

  describe(`${name}: purging`, () => {
    it('deletes the envelopes of one round for good and keeps the purge alone', async () => {
      const setting = await setupRound();
      const { mailbox, byAdmin, byDevice, byAnswer, byKiosk, round, answerToken } = setting;
      const other = newRound(setting.space);
      const kept = [envelopeOf(), answerOf(other.round)];
      const answer = answerOf(round);
      await outcomes(mailbox, byAnswer, answer);
      const voice = envelopeOf({ kind: 'voice', round });
      await outcomes(mailbox, byDevice, ...kept, voice);
      const purge = purgeOf(round);
      valueOf(await mailbox.purgeRound(byAdmin, purge));
      valueOf(await mailbox.purgeRound(byAdmin, purge));
      const { envelopes, head } = await pullAll(mailbox, byDevice);
      expect(envelopes).toEqual([...kept, purge]);
      expect(head).toBe(5);

      expect((await mailbox.linkCapability(round, hashToken(answerToken))).ok).toBe(true);
      expect(codeOf(await mailbox.roundCard(byAnswer))).toBe('gone');
      expect(codeOf(await mailbox.roundVoice(byAnswer, voice.id))).toBe('gone');
      expect(await outcomes(mailbox, byDevice, voice)).toEqual(['purged']);
      expect(await outcomes(mailbox, byAnswer, answer)).toEqual(['purged']);
      expect(await outcomes(mailbox, byKiosk, answerOf(round))).toEqual(['purged']);
      const again = [answer, envelopeOf({ kind: 'roundKey', round }), purge];
      expect(await outcomes(mailbox, byDevice, ...again)).toEqual(['purged', 'purged', 'known']);
      const registered = await mailbox.registerRound(byDevice, round, setting.registerRequest);
      expect(codeOf(registered)).toBe('gone');
    });

    it('purges a round that was never registered here', async () => {
      const { mailbox, byAdmin, byDevice, space } = await setupSpace();
      const { round, request } = newRound(space);
      await outcomes(mailbox, byDevice, answerOf(round));
      valueOf(await mailbox.purgeRound(byAdmin, purgeOf(round)));
      expect(await outcomes(mailbox, byDevice, answerOf(round))).toEqual(['purged']);
      expect(codeOf(await mailbox.registerRound(byDevice, round, request))).toBe('gone');
    });

    it('takes nothing for a purge that is none, or that has the id of something else', async () => {
      const { mailbox, byAdmin, byDevice, round } = await setupRound();
      const edit = envelopeOf();
      await outcomes(mailbox, byDevice, edit);
      expect(codeOf(await mailbox.purgeRound(byAdmin, answerOf(round)))).toBe('badRequest');
      const nothing = envelopeOf({ kind: 'purge' });
      expect(codeOf(await mailbox.purgeRound(byAdmin, nothing))).toBe('badRequest');
      const taken = { ...purgeOf(round), id: edit.id };
      expect(codeOf(await mailbox.purgeRound(byAdmin, taken))).toBe('conflict');
      const long = envelopeOf({ kind: 'purge', round }, maxTeamEnvelopeBytes);
      expect(codeOf(await mailbox.purgeRound(byAdmin, long))).toBe('tooLarge');
      expect(await outcomes(mailbox, byDevice, answerOf(round))).toEqual(['stored']);
    });

    it('makes room in a full space', async () => {
      const { mailbox, byAdmin, byDevice, round } = await setupRound({}, { maxSpaceBytes: 2_000 });
      const large = envelopeOf({ kind: 'voice', round }, 1_700);
      const more = envelopeOf({}, 1_000);
      expect(await outcomes(mailbox, byDevice, large, more)).toEqual(['stored', 'full']);
      valueOf(await mailbox.purgeRound(byAdmin, purgeOf(round)));
      expect(await outcomes(mailbox, byDevice, more)).toEqual(['stored']);
    });
  });

  describe(`${name}: envelopes`, () => {
    it('takes from each capability only what it may write', async () => {
      const { mailbox, byDevice, byAnswer, byKiosk, round, epoch } = await setupRound();
      const kinds = ['edit', 'fact', 'voice', 'roundKey', 'grant', 'invite', 'purge'] as const;
      const batch = kinds.map((kind) => envelopeOf({ kind, round }));
      const refused = kinds.map(() => 'forbidden');
      for (const by of [byAnswer, byKiosk]) {
        expect(await outcomes(mailbox, by, ...batch)).toEqual(refused);
        const elsewhere = [answerOf(newId()), envelopeOf({ kind: 'answer' })];
        expect(await outcomes(mailbox, by, ...elsewhere)).toEqual(['forbidden', 'forbidden']);
        const { epoch } = valueOf(await mailbox.pushEnvelopes(by, [answerOf(round)]));
        expect(epoch).toBeNull();
      }
      const taken = kinds.map((kind) => (kind === 'purge' ? 'forbidden' : 'stored'));
      expect(await outcomes(mailbox, byDevice, ...batch)).toEqual(taken);
      const reply = valueOf(await mailbox.pushEnvelopes(byDevice, [answerOf(round)]));
      expect(reply.epoch).toBe(epoch);
    });

    it('refuses a conflict for that record alone, within a batch and between two', async () => {
      const { mailbox, byDevice } = await setupSpace();
      const [first, second] = [envelopeOf(), envelopeOf()];
      const forged = { ...first, sealed: 'AAAA' };
      const batch = [first, forged, second, first] as const;
      const expected = ['stored', 'conflict', 'stored', 'known'];
      expect(await outcomes(mailbox, byDevice, ...batch)).toEqual(expected);
      for (const change of [{ kind: 'fact' }, { key: newId() }, { round: newId() }] as const) {
        const changed = { ...first, ...change };
        expect(await outcomes(mailbox, byDevice, changed)).toEqual(['conflict']);
      }
      expect((await pullAll(mailbox, byDevice)).envelopes).toEqual([first, second]);
    });

    it('keeps the same id apart in two spaces', async () => {
      const { mailbox, byDevice } = await setupSpace();
      const other = newSpace();
      valueOf(await mailbox.createSpace(other.request));
      const mine = envelopeOf();
      const theirs = { ...mine, sealed: 'AAAA' };
      expect(await outcomes(mailbox, byDevice, mine)).toEqual(['stored']);
      expect(await outcomes(mailbox, other.byDevice, theirs)).toEqual(['stored']);
      expect((await pullAll(mailbox, other.byDevice)).envelopes).toEqual([theirs]);
    });

    it('measures an envelope by its whole JSON text', async () => {
      const { mailbox, byDevice, byAnswer, round } = await setupRound();
      const exactly = (kind: Envelope['kind'], bytes: number) => {
        const empty = envelopeOf({ kind, round, sealed: '' });
        return { ...empty, sealed: 'A'.repeat(bytes - JSON.stringify(empty).length) };
      };
      const answers = [0, 1].map((over) => exactly('answer', maxAnswerEnvelopeBytes + over));
      expect(await outcomes(mailbox, byAnswer, ...answers)).toEqual(['stored', 'tooLarge']);
      const voices = [0, 1].map((over) => exactly('voice', maxTeamEnvelopeBytes + over));
      expect(await outcomes(mailbox, byDevice, ...voices)).toEqual(['stored', 'tooLarge']);
    });

    it('gives a batch of answers its places in an order that tells nothing', async () => {
      const { mailbox, byKiosk, byDevice, round } = await setupRound();
      const batches = Array.from({ length: 20 }, () =>
        Array.from({ length: 10 }, () => answerOf(round)),
      );
      const places = new Set<number>();
      for (const batch of batches) {
        const after = (await pullAll(mailbox, byDevice)).head;
        await outcomes(mailbox, byKiosk, ...batch);
        const page = valueOf(await mailbox.pull(byDevice, { after, limit: 10 }));
        expect(ids(page.envelopes).sort()).toEqual(ids(batch).sort());
        places.add(ids(page.envelopes).indexOf(batch[0]?.id ?? ''));
      }
      // The first answer lands in one and the same of ten places twenty times in a row once in 10^19 runs.
      expect(places.size).toBeGreaterThan(1);
    });

    it('ends up with the same set for every order, repetition and grouping of the same envelopes', async () => {
      const { mailbox } = await setupSpace();
      const pool = Array.from({ length: 12 }, () => envelopeOf());
      const batches = fc.array(fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 8 }), {
        maxLength: 8,
      });
      await fc.assert(
        fc.asyncProperty(batches, async (pushed) => {
          const { request, byDevice } = newSpace();
          valueOf(await mailbox.createSpace(request));
          const seen = new Set<string>();
          for (const batch of pushed) {
            const expected = batch.map(({ id }) => {
              const outcome = seen.has(id) ? 'known' : 'stored';
              seen.add(id);
              return outcome;
            });
            expect(await outcomes(mailbox, byDevice, ...batch)).toEqual(expected);
          }
          const { envelopes, head } = await pullAll(mailbox, byDevice, 3);
          expect(head).toBe(seen.size);
          expect(ids(envelopes)).toEqual([...seen]);
          expect(envelopes).toEqual(pool.filter(({ id }) => seen.has(id)).sort(byPlace([...seen])));
        }),
        { numRuns: 40 },
      );
    });

    it('neither skips nor repeats a row for a reader who pages while others write', async () => {
      const { mailbox, byAdmin, byDevice, byAnswer, round } = await setupRound();
      const written: string[] = [];
      const write = async (by: DeviceCapability | LinkCapability, sizes: readonly number[]) => {
        for (const size of sizes) {
          const batch = Array.from({ length: size }, () => answerOf(round));
          written.push(...ids(batch));
          await outcomes(mailbox, by, ...batch);
        }
      };
      const secondDevice = { device: newId(), tokenHash: hashToken(newToken()) };
      valueOf(await mailbox.enrolDevice(byAdmin, secondDevice));
      const bySecond = { ...byDevice, device: secondDevice.device };
      let isWriting = true;
      const writers = Promise.all([
        write(byDevice, [7, 1, 20, 3, 50]),
        write(bySecond, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        write(
          byAnswer,
          Array.from({ length: 60 }, () => 1),
        ),
      ]).finally(() => {
        isWriting = false;
      });
      const read: string[] = [];
      let after = 0;
      for (;;) {
        const wasWriting = isWriting;
        const page = valueOf(await mailbox.pull(byDevice, { after, limit: 4 }));
        // Dense: who has read up to `next` has read exactly that many.
        read.push(...ids(page.envelopes));
        expect(read.length).toBe(page.next);
        after = page.next;
        if (!wasWriting && page.next === page.head) break;
      }
      await writers;
      expect(new Set(read).size).toBe(read.length);
      expect(read.toSorted()).toEqual(written.toSorted());
    });

    it('ends a page where it grows too large, but never gives an empty one', async () => {
      const { mailbox, byDevice } = await setupSpace({ maxPullBytes: 3_000 });
      const batch = Array.from({ length: 7 }, () => envelopeOf({}, 1_200));
      await outcomes(mailbox, byDevice, ...batch, envelopeOf({}, 9_000), envelopeOf());
      const page = valueOf(await mailbox.pull(byDevice, { after: 0, limit: 500 }));
      expect(page.envelopes.length).toBeLessThan(7);
      expect((await pullAll(mailbox, byDevice)).envelopes.length).toBe(9);
    });

    it('answers a cursor beyond the head with the head and nothing else', async () => {
      const { mailbox, byDevice, epoch } = await setupSpace();
      await outcomes(mailbox, byDevice, envelopeOf());
      const page = valueOf(await mailbox.pull(byDevice, { after: 99, limit: 10 }));
      expect(page).toEqual({ epoch, head: 1, next: 1, continues: true, envelopes: [] });
    });

    it('tells a reader whether another envelope stands where it was', async () => {
      const { mailbox, byDevice, byAdmin, round } = await setupRound();
      const [first, second] = [envelopeOf(), answerOf(round)];
      for (const one of [first, second, envelopeOf()]) await outcomes(mailbox, byDevice, one);
      const continues = async (after: number, mark?: string) => {
        const page = valueOf(await mailbox.pull(byDevice, { after, limit: 10, mark }));
        expect(v.is(pullReplySchema, page)).toBe(true);
        return page.continues;
      };
      expect(await continues(1, first.id)).toBe(true);
      expect(await continues(2, second.id)).toBe(true);
      expect(await continues(2, first.id)).toBe(false);
      expect(await continues(1, newId())).toBe(false);
      // Who does not say what it met there, has met nothing yet, or is ahead, is told by the rest of the reply.
      expect([await continues(1), await continues(0, newId())]).toEqual([true, true]);
      expect(await continues(99, newId())).toBe(true);
      valueOf(await mailbox.purgeRound(byAdmin, purgeOf(round)));
      expect(await continues(2, second.id)).toBe(true); // A purged place tells nothing.
    });

    it('stores no more than a space may hold, judging each envelope by itself', async () => {
      const { mailbox, byDevice } = await setupSpace({ maxSpaceBytes: 2_000 });
      const batch = [envelopeOf({}, 1_000), envelopeOf({}, 1_000), envelopeOf({}, 100)] as const;
      expect(await outcomes(mailbox, byDevice, ...batch)).toEqual(['stored', 'full', 'stored']);
      expect(await outcomes(mailbox, byDevice, ...batch)).toEqual(['known', 'full', 'known']);
    });
  });

  describe(`${name}: watching`, () => {
    it('tells the head at once and whenever it moves, in its own space alone', async () => {
      const { mailbox, byDevice, byAnswer, byAdmin, round, epoch } = await setupRound();
      const other = newSpace();
      valueOf(await mailbox.createSpace(other.request));
      const heard: HeadChange[] = [];
      const stop = valueOf(await mailbox.watchHead(byDevice, (change) => heard.push(change)));
      const edit = envelopeOf();
      await outcomes(mailbox, byDevice, edit);
      await outcomes(mailbox, byDevice, edit);
      await outcomes(mailbox, other.byDevice, envelopeOf());
      await outcomes(mailbox, byAnswer, answerOf(round), answerOf(round));
      valueOf(await mailbox.purgeRound(byAdmin, purgeOf(round)));
      stop();
      await outcomes(mailbox, byDevice, envelopeOf());
      expect(heard).toEqual([0, 1, 3, 4].map((head) => ({ type: 'head', epoch, head })));
    });

    it('ends with the device, with the space, and with the mailbox', async () => {
      const { mailbox, byDevice, byAdmin, device } = await setupSpace();
      const second = newSpace();
      const third = newSpace();
      for (const { request } of [second, third]) valueOf(await mailbox.createSpace(request));
      const ended: string[] = [];
      const watch = (name: string, by: DeviceCapability) =>
        mailbox.watchHead(by, ({ type }) => type === 'ended' && ended.push(name));
      await watch('revoked', byDevice);
      await watch('deleted', second.byDevice);
      await watch('closed', third.byDevice);
      valueOf(await mailbox.revokeDevice(byAdmin, device));
      expect(ended).toEqual(['revoked']);
      expect(codeOf(await watch('late', byDevice))).toBe('unauthorized');
      valueOf(await mailbox.deleteSpace(second.byAdmin));
      expect(ended).toEqual(['revoked', 'deleted']);
      await mailbox.close();
      expect(ended).toEqual(['revoked', 'deleted', 'closed']);
    });
  });
}

function byPlace(order: readonly string[]) {
  return (a: Envelope, b: Envelope) => order.indexOf(a.id) - order.indexOf(b.id);
}
