// Servers that break in mid-vote: everybody's answers are stored once, and nobody is told that they are before.
import { setTimeout as pause } from 'node:timers/promises';
import { fault, measure } from '../lib/fault.mjs';
import { FaultRoom } from '../lib/fault-room.mjs';
import { moodleTest } from '../lib/moodle-suite.mjs';

/** What browsers say of a server that is not there. */
const NO_SERVER = /(service|pulse)\.php/;

moodleTest('php-fpm is killed in mid-vote and comes back', async (people, logs) => {
    const room = await FaultRoom.open(people, 'Killed');
    await room.answerAll([1]);
    await room.saved();
    people.expect(NO_SERVER);
    // No worker behind nginx, or one that was killed at work.
    logs.expect(/connect\(\) to unix:\S*php-fpm\.sock failed|while reading response header from upstream/);
    await room.answerAll([2]);
    await fault('php-stop');
    const from = Date.now();
    try {
        await room.answerAll([3]);
        await room.answer(room.members[0], 1, 5);
        await room.unsent();
        await pause(measure(2000, 30000));
    } finally {
        room.members.forEach((member) => member.truth.silent(from + 1000, Date.now(), member.name));
        await fault('php-start');
    }
    await room.finish([4, 5]);
});

for (const [what, how] of [['postgres-restart', 'is restarted'], ['postgres-crash', 'crashes and recovers']]) {
    moodleTest(`PostgreSQL ${how} in mid-vote`, async (people, logs) => {
        const room = await FaultRoom.open(people, what);
        await room.answerAll([1]);
        await room.saved();
        people.expect(NO_SERVER);
        // PHP loses its connections, PostgreSQL ends them, takes none until it has recovered, and both say so.
        logs.expect(/postgres|Is the server running locally|db connection failed|^\* line \d+ of /i);
        logs.expect(/FATAL: {2}terminating connection due to administrator command/);
        logs.expect(/FATAL: {2}the database system is (starting up|shutting down|in recovery|not yet accepting)|Consistent recovery state/);
        await Promise.all([fault(what), room.answerAll([2, 3]).then(() => room.answer(room.members[1], 2, 5))]);
        await room.finish([4, 5]);
    });
}
