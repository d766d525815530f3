// A full room on one machine: simulated people over real HTTP, each of whom asks once a second and answers five statements,
// and everything checked afterwards. Then how the cost grows with the room, and where it breaks.
//   CROWD     people of the full room (500)          MINUTES   how long it takes (5), the first being that of arriving
//   GROWTH    sizes of a minute each (50 200 500)    BREAKING  sizes of half a minute each, until one breaks (1000 2000)
// GROWTH='' and BREAKING='' leave these out. CROWD_RESULTS names a file that gets the results as lines of JSON.
import { appendFile } from 'node:fs/promises';
import { moodleSite } from '../../e2e/lib/moodle.mjs';
import { faults, runRoom } from '../crowd/room.mjs';
import { kindOf, tell } from '../crowd/told.mjs';
import { withoutDebugging } from '../plain.mjs';

/** Until 95 % have seen a change, in milliseconds. */
const BUDGET = 3000;
const MINUTE = 60_000;

/** A whole number from the environment, within bounds. */
function bounded(name, usual, low, high) {
    const value = Number(process.env[name] ?? usual);
    if (!Number.isFinite(value) || value < low || value > high) {
        throw new Error(`${name} is a number from ${low} to ${high}, not ${process.env[name]}`);
    }
    return value;
}

/** Sizes from the environment. */
function sizes(name, usual) {
    const list = (process.env[name] ?? usual).split(/[\s,]+/).filter(Boolean).map(Number);
    if (list.length > 6 || list.some((size) => !Number.isInteger(size) || size < 5 || size > 5000)) {
        throw new Error(`${name} is up to six numbers from 5 to 5000, not ${process.env[name]}`);
    }
    return list;
}

const [people, minutes] = [bounded('CROWD', 500, 5, 5000), bounded('MINUTES', 5, 0.5, 30)];
const [growth, breaking] = [sizes('GROWTH', '50 200 500'), sizes('BREAKING', '1000 2000')];
const site = await moodleSite();

/** Runs one room, prints it, keeps it; answers what is wrong with it. */
async function room(what, size, arriveMs, meetMs) {
    const result = await runRoom(site, size, arriveMs, meetMs);
    const wrong = faults(result, BUDGET);
    tell(what, result, wrong);
    if (process.env.CROWD_RESULTS) {
        await appendFile(process.env.CROWD_RESULTS, `${JSON.stringify({ kind: kindOf(site), what, wrong, ...result })}\n`);
    }
    return wrong;
}

/** No more than so many come in a second, or the door is all that is measured. */
const arriving = (size) => Math.max(10_000, size * 120);

await withoutDebugging(site, async () => {
    const arriveMs = Math.min(MINUTE, minutes * MINUTE / 3);
    const wrong = await room('full room', people, arriveMs, minutes * MINUTE - arriveMs);
    for (const size of growth) {
        await room('growth', size, arriving(size), MINUTE);
    }
    for (const size of breaking) {
        const broken = await room('breaking point', size, arriving(size), MINUTE / 2);
        if (broken.length > 0) {
            console.log(`it breaks at ${size} people: ${broken.join('; ')}`);
            break;
        }
    }
    if (wrong.length > 0) {
        process.exitCode = 1;
    }
});
