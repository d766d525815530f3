// Browsers that break in mid-vote: reloaded, closed, without a network, logged out, twice the same; nothing is lost or doubled.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { arrange } from '../lib/arrange.mjs';
import { measure } from '../lib/fault.mjs';
import { FaultRoom } from '../lib/fault-room.mjs';
import { call, english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { signIn } from '../lib/moodle.mjs';

const OFFLINE = /ERR_INTERNET_DISCONNECTED|(service|pulse)\.php/;

moodleTest('without a network for a while, with a reload behind it', async (people) => {
    const room = await FaultRoom.open(people, 'Offline');
    const [anna] = room.members;
    await room.answerAll([1]);
    await room.saved();
    people.expect(OFFLINE);
    await anna.page.context().setOffline(true);
    const from = Date.now();
    await room.answerAll([2]);
    await room.answer(anna, 1, 5);
    await room.unsent([anna]);
    await room.saved(room.members.slice(1));
    await pause(measure(2000, 120000));
    anna.truth.silent(from + 1000, Date.now(), anna.name);
    await anna.page.context().setOffline(false);
    await anna.page.reload();
    await anna.ready();
    await room.finish([3, 4, 5]);
});

moodleTest('a tab that is closed with unsent answers leaves them to the next', async (people) => {
    const room = await FaultRoom.open(people, 'Closed');
    const [anna, ...others] = room.members;
    people.expect(OFFLINE);
    await anna.page.context().setOffline(true);
    await room.answer(anna, 1, 2);
    await room.answer(anna, 2, 4);
    await room.unsent([anna]);
    const context = anna.page.context();
    const blank = await context.newPage();
    await anna.page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    const again = await room.anotherTab(anna);
    await blank.close();
    room.members = [again, ...others];
    await again.at('stellingen');
    await again.saved();
    assert.ok(await again.choice(2, 4).isChecked());
    await room.answerAll([1, 2]);
    await room.finish([3, 4, 5]);
});

moodleTest('a login that ran out is renewed in another tab', async (people, logs) => {
    const room = await FaultRoom.open(people, 'Renewed');
    const [anna] = room.members;
    await room.answerAll([1]);
    await room.saved();
    logs.expect(/Cannot find session record .*, creating new session/);
    await arrange(site, 'logout', { userid: anna.userid });
    const from = Date.now();
    await room.answerAll([2]);
    await anna.sees(english.say('saved_logged_out'));
    anna.truth.silent(from + 1000, Date.now(), anna.name);
    await room.behind(anna);
    await signIn(anna.page.context().request, site, anna.username);
    await anna.page.reload();
    await anna.ready();
    await room.finish([3, 4, 5]);
});

moodleTest('commands that come three times and out of order count once, the last one', async (people) => {
    const room = await FaultRoom.open(people, 'Thrice');
    const [anna] = room.members;
    const seen = [];
    await anna.page.context().route('**/service.php*submit_answers*', async (route) => {
        seen.push(route.request());
        await route.continue();
    });
    await room.answer(anna, 1, 1);
    await anna.saved();
    await room.answer(anna, 1, 4);
    await anna.saved();
    assert.equal(seen.length, 2);
    // The later one again and again, and the earlier one behind it.
    for (const request of [seen[1], seen[0], seen[1], seen[0], seen[0]]) {
        const [{ args: { answers } }] = request.postDataJSON();
        const { refusal } = await call(anna, 'submit_answers', { answers });
        assert.equal(refusal, undefined);
    }
    await room.stored();
    await room.answerAll([2]);
    await Promise.all(room.members.slice(1).map((member) => room.answer(member, 1, 4)));
    await room.finish([3, 4, 5]);
});

moodleTest('two tabs of one user', async (people) => {
    const room = await FaultRoom.open(people, 'Two tabs');
    const [anna] = room.members;
    const second = await room.anotherTab(anna);
    await second.at('stellingen');
    await room.answerAll([1, 2]);
    await room.answer(second, 3, 2);
    await second.saved();
    // The last word counts, though this tab counts its corrections by itself.
    await room.answer(second, 1, 5);
    await second.saved();
    await room.saved();
    await room.stored();
    await room.answer(anna, 1, 3);
    await room.answer(anna, 3, 4);
    await room.saved();
    await room.stored();
    await second.truth.check(second.name);
    await second.page.close();
    await Promise.all(room.members.slice(1).map((member) => room.answer(member, 3, 3)));
    await room.finish([4, 5]);
});
