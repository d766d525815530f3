// What the servers keep beside the database breaks in mid-vote: the published rooms, and the nodes' idea of the time.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { arrange } from '../lib/arrange.mjs';
import { Crowd } from '../lib/crowd/crowd.mjs';
import { fault, measure } from '../lib/fault.mjs';
import { FaultRoom } from '../lib/fault-room.mjs';
import { moodleTest, site } from '../lib/moodle-suite.mjs';

const FAST_PATH = /pulse\.php/;

moodleTest('no room can be written, as on a full disk', async (people) => {
    const room = await FaultRoom.open(people, 'Full');
    await room.answerAll([1]);
    await room.saved();
    people.expect(FAST_PATH);
    await fault('cache-full');
    try {
        await room.answerAll([2, 3]);
        await room.saved();
        await room.stored();
        await room.trainer.lead(room.trainer.say('round_close'));
        await Promise.all(room.members.map((member) => member.sees(member.say('vote_closed'))));
        await room.trainer.lead(room.trainer.say('round_reopen'));
        await pause(measure(2000, 30000));
    } finally {
        await fault('cache-room');
    }
    await room.finish([4, 5]);
});

moodleTest('the cache directory is deleted', async (people, logs) => {
    const room = await FaultRoom.open(people, 'Deleted');
    await room.answerAll([1]);
    await room.saved();
    people.expect(FAST_PATH);
    logs.expect(/data\/cache/);
    await Promise.all([fault('cache-gone'), room.answerAll([2, 3])]);
    await room.finish([4, 5]);
});

moodleTest('the cache directory moves', async (people) => {
    const room = await FaultRoom.open(people, 'Moved');
    await room.answerAll([1]);
    await room.saved();
    people.expect(FAST_PATH);
    await fault('cache-moved');
    try {
        await room.answerAll([2, 3]);
        await room.finish([4, 5]);
    } finally {
        await fault('cache-back');
        // What lay there is as old as the move.
        await arrange(site, 'purge');
    }
});

moodleTest('Moodle\'s caches are purged', async (people) => {
    const room = await FaultRoom.open(people, 'Purged');
    await room.answerAll([1]);
    await room.saved();
    await Promise.all([arrange(site, 'purge'), room.answerAll([2, 3])]);
    await room.finish([4, 5]);
});

moodleTest('Moodle\'s caches are purged with a room full of people in it', async () => {
    const [step, items] = ['stellingen', ['st1', 'st2', 'st3', 'st4', 'st5']];
    const crowd = await Crowd.gather(site, measure(20, 200));
    try {
        assert.equal(await crowd.arrive(measure(2000, 60000)), 0, 'people who could not come in');
        await crowd.facilitator.steer({ type: 'go_to', from: '@start', to: step });
        // Answers come before, during and after the purge; behind it a tenth of the people think again.
        const votes = crowd.people.flatMap((person, who) => items.map((item, number) => ({ person, item, value: 1 + (who + number) % 5 })));
        const later = crowd.people.filter((_, who) => who % 10 === 0).map((person) => ({ person, item: 'st2', value: null }));
        const each = measure(4000, 30000) / votes.length;
        const answer = async (some) => {
            for (const { person, item, value } of some) {
                person.answer(item, value);
                await pause(each);
            }
        };
        const third = Math.floor(votes.length / 3);
        await answer(votes.slice(0, third));
        await Promise.all([arrange(site, 'purge'), answer(votes.slice(third, 2 * third))]);
        await answer([...votes.slice(2 * third), ...later]);
        assert.deepEqual(await crowd.settle(120000), { waiting: 0, behind: 0 });
        await crowd.facilitator.steer({ type: 'set_round', step, round: 1, from: 'open', to: 'revealed', items: [] });
        assert.deepEqual(await crowd.settle(120000), { waiting: 0, behind: 0 });
        const { sent, rows, ...different } = await crowd.compare();
        assert.deepEqual([sent, rows], [votes.length, votes.length], 'answers sent and stored');
        assert.deepEqual(different, { twice: [], missing: [], wrong: [], strange: [] });
        assert.deepEqual(crowd.wrongTallies(step, items, 5), []);
        assert.equal(Object.keys(crowd.rooms()).length, 1, 'rooms of all');
        assert.deepEqual(crowd.people.flatMap(({ refused }) => refused), []);
    } finally {
        await crowd.leave();
    }
});

moodleTest('a node is ten minutes ahead', async (people, logs) => {
    const room = await FaultRoom.open(people, 'Ahead');
    await room.answerAll([1]);
    await room.saved();
    people.expect(FAST_PATH);
    // The second node ends in order.
    logs.expect(/signal process started|NOTICE: (Terminating|exiting)/);
    await fault('clock-off');
    try {
        await room.answerAll([2, 3]);
        await room.finish([4, 5]);
    } finally {
        await fault('clock-right');
    }
});
