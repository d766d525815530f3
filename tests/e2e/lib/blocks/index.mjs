// What a group does in a step, by the kind of work in it: each of these reads the step from the format's file, does it
// on real pages, and checks on every page what came of it.
import { actions } from './actions.mjs';
import { confirm } from './confirm.mjs';
import { info } from './info.mjs';
import { notes } from './notes.mjs';
import { plan } from './plan.mjs';
import { principles } from './principles.mjs';
import { questions } from './questions.mjs';
import { statements } from './statements.mjs';

/**
 * @typedef {object} Meeting
 * @property {import('../participant.mjs').Participant} leader
 * @property {import('../participant.mjs').Participant[]} members who answer and write; the leader is one of them or not
 * @property {import('../participant.mjs').Participant} [silent] one of the members, who never shares a private note
 * @property {number} number of the meeting in its series, from 1
 * @property {(screen: string, participant: import('../participant.mjs').Participant) => Promise<void>} visit
 *     called on each screen once it is there
 * @property {string[]} outcome what must stand on the closing page; steps add to it
 * @property {object} kept what a later step or meeting goes on from: `actions` and `notes` by list or step
 */

/** @type {Record<string, (meeting: Meeting, step: object) => Promise<void>>} */
export const blocks = { actions, confirm, info, notes, plan, principles, questions, statements };
