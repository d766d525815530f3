// One meeting of a whole room: everybody comes in, answers five statements, some think again, the one who leads steers.
// Then it is checked against the database and against what everybody sees.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Refused } from '../../e2e/lib/crowd/attendee.mjs';
import { Crowd } from '../../e2e/lib/crowd/crowd.mjs';
import { Meter } from './servers.mjs';

const STEP = 'stellingen';
const ITEMS = ['st1', 'st2', 'st3', 'st4', 'st5'];
/** Points of the scale; a twentieth of the answers are opt-outs. */
const POINTS = 5;
/** How long to wait for the last answers and rooms, in milliseconds. */
const PATIENCE = 60_000;
/** How often the one who leads presses again where the server does not answer. */
const TRIES = 6;

const share = (sorted, part) => (sorted.length === 0 ? null : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]);

/** Median, 95 % and the largest of a list of numbers. */
function spread(numbers) {
    const sorted = [...numbers].sort((a, b) => a - b);
    return { median: share(sorted, 0.5), most: share(sorted, 0.95), max: sorted.at(-1) ?? null, of: sorted.length };
}

const someValue = () => (Math.random() < 0.05 ? null : 1 + Math.floor(Math.random() * POINTS));

/** Presses until it is through. What was carried out though its answer was lost is refused the second time. */
async function lead(crowd, command) {
    for (let time = 1; ; time += 1) {
        try {
            const { revision } = await crowd.facilitator.steer(command);
            return revision;
        } catch (error) {
            crowd.record.error('leader', `${command.type}: ${error.message}`);
            if (time > 1 && error instanceof Refused && error.code === 'wrong_state') {
                await crowd.facilitator.reload();
                return null;
            }
            if (time === TRIES || error instanceof Refused) {
                return null;
            }
            await pause(1000 * time);
        }
    }
}

/** Sets the timer from how it is to how it shall be. */
function setTimer(crowd, change) {
    const { step, seconds, running_since: since } = crowd.facilitator.room.timer;
    const from = { seconds, running: since !== null };
    return lead(crowd, { type: 'set_timer', step, timer_from: from, timer_to: { ...from, ...change } });
}

/** Everybody's answers at random moments, within so many milliseconds; then every tenth thinks again. */
function planAnswers(crowd, withinMs) {
    const timers = [];
    const at = (ms, what) => timers.push(setTimeout(what, ms));
    for (const [number, person] of crowd.people.entries()) {
        for (const item of ITEMS) {
            at(Math.random() * withinMs * 0.9, () => person.answer(item, someValue()));
        }
        if (number % 10 === 0) {
            const item = ITEMS[Math.floor(Math.random() * ITEMS.length)];
            at(withinMs * (0.9 + Math.random() * 0.1), () => person.answer(item, someValue()));
        }
    }
    return () => timers.forEach(clearTimeout);
}

/**
 * Runs a meeting and says what came of it.
 *
 * @param {object} site what seed.php wrote
 * @param {number} size how many people
 * @param {number} arriveMs over how long they come in, in milliseconds
 * @param {number} meetMs how long the meeting takes from then on, in milliseconds
 * @returns {Promise<object>} see the end of this function
 */
export async function runRoom(site, size, arriveMs, meetMs) {
    const crowd = await Crowd.gather(site, size);
    const { record } = crowd;
    const lag = monitorEventLoopDelay({ resolution: 20 });
    try {
        const door = await Meter.start(site);
        const away = await crowd.arrive(arriveMs);
        await crowd.settle(PATIENCE);
        const arrivals = await door.stop();

        const [meter, revisions, before] = [await Meter.start(site), [], { ...record.asked }];
        const began = Date.now();
        // What is waited for may take longer than planned: then what follows comes at once.
        const until = (part) => pause(Math.max(0, began + part * meetMs - Date.now()));
        const taken = { pulse: record.took.pulse.length, service: record.took.service.length };
        lag.enable();
        revisions.push(await lead(crowd, { type: 'go_to', from: '@start', to: STEP }));
        const stop = planAnswers(crowd, 0.7 * meetMs);
        await until(0.25);
        revisions.push(await setTimer(crowd, { running: false }));
        await until(0.35);
        revisions.push(await setTimer(crowd, { running: true }));
        await until(0.5);
        revisions.push(await setTimer(crowd, { seconds: crowd.facilitator.room.timer.seconds + 60 }));
        await until(0.75);
        stop();
        const answered = await crowd.settle(PATIENCE);
        revisions.push(await lead(crowd, { type: 'set_round', step: STEP, round: 1, from: 'open', to: 'revealed', items: [] }));
        await until(0.9);
        revisions.push(await lead(crowd, { type: 'go_to', from: STEP, to: 'opbrengst' }));
        await until(1);
        const cpu = await meter.stop();
        lag.disable();
        const asked = { pulse: record.asked.pulse - before.pulse, service: record.asked.service - before.service };

        const settled = await crowd.settle(PATIENCE);
        const compared = await crowd.compare();
        const known = revisions.filter((revision) => revision !== null && record.stored.has(revision));
        const [clicked, told] = [crowd.delays(known, 'asked'), crowd.delays(known, 'told')];
        return {
            size,
            away,
            seconds: cpu.seconds,
            answers: {
                sent: compared.sent, rows: compared.rows, missing: compared.missing.length, wrong: compared.wrong.length,
                twice: compared.twice.length, strange: compared.strange.length, unconfirmed: answered.waiting,
                refused: crowd.people.reduce((sum, { refused }) => sum + refused.length, 0),
                wrongTallies: crowd.wrongTallies(STEP, ITEMS, POINTS).length, corrected: crowd.meant().filter(({ seq }) => seq > 1).length,
            },
            rooms: crowd.rooms(),
            behind: settled.behind,
            // How long changes took until people saw them, from the click and from when the server said so, in milliseconds.
            steered: revisions.length,
            lost: revisions.length - known.length,
            unseen: clicked.unseen,
            clicked: spread(clicked.ms),
            told: spread(told.ms),
            errors: record.errors.length,
            kinds: record.kinds(),
            pulse: record.pulse,
            asked,
            // How long requests took during the meeting, in milliseconds.
            took: { pulse: spread(record.took.pulse.slice(taken.pulse)), service: spread(record.took.service.slice(taken.service)) },
            cpu,
            arrivals,
            // How late this process itself was, in milliseconds: above some tens it measures itself.
            late: lag.percentile(99) / 1e6,
        };
    } finally {
        await crowd.leave();
    }
}

/**
 * What is not as it should be, in words; nothing where all is well.
 *
 * @param {object} result of runRoom
 * @param {number} budgetMs until 95 % have seen a change
 * @returns {string[]}
 */
export function faults(result, budgetMs) {
    const { answers, rooms } = result;
    const counted = [
        [result.away, 'could not come in'],
        [answers.missing, 'answers missing'], [answers.wrong, 'answers with another value'], [answers.twice, 'answers stored twice'],
        [answers.strange, 'answers of nobody'], [answers.unconfirmed, 'people with unconfirmed answers at the reveal'],
        [answers.refused, 'answers refused'], [answers.wrongTallies, 'tallies wrong'],
        [Object.keys(rooms).length - 1, 'other rooms at the end'], [result.behind, 'people behind at the end'],
        [result.lost, 'clicks of the leader lost'], [result.unseen, 'changes unseen'], [result.errors, 'errors'],
    ].filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
    const { most } = result.clicked;
    return most !== null && most <= budgetMs ? counted : [...counted, `changes seen by 95 % after ${most} ms`];
}
