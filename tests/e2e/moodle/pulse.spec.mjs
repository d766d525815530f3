// The fast path of live updates, through a real web server: what pulse.php answers to whom, and that an app that asks it
// sees every change, over a purge of the caches, a rotated key and the administrator's switch.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { arrange } from '../lib/arrange.mjs';
import { eventually, eventuallyEqual } from '../lib/eventually.mjs';
import { call, moodleTest, site } from '../lib/moodle-suite.mjs';

/** An answer of pulse.php, asked by hand. */
async function ask({ address, token }, { have = '', method = 'GET', headers = {} } = {}) {
    const response = await fetch(address, {
        method, headers: { ...token === null ? {} : { 'X-Leerlandschap-Token': token }, ...have && { 'If-None-Match': have }, ...headers },
    });
    const body = await response.text();
    assert.equal(response.headers.get('cache-control'), 'private, no-store');
    assert.equal(response.headers.get('set-cookie'), null, 'no session');
    return { status: response.status, headers: response.headers, body, reply: body && response.status === 200 ? JSON.parse(body) : null };
}

const status = async (...how) => (await ask(...how)).status;

/** What the web service tells somebody on their page. */
async function told(participant, args = {}) {
    const { answer, refusal } = await call(participant, 'get_meeting', args);
    assert.ok(answer, JSON.stringify(refusal));
    return answer;
}

/** Counts what a page asks of the server from now on. */
function count(participant) {
    const asked = { pulse: 0, tokens: 0, service: 0 };
    participant.page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.pathname.endsWith('/pulse.php')) {
            asked.pulse += 1;
            asked.tokens += /token|[0-9a-f]{64}/.test(url.search) ? 1 : 0;
        } else if (url.pathname.endsWith('/service.php') && /mod_leerlandschap/.test(request.postData() ?? '')) {
            asked.service += 1;
        }
    });
    return asked;
}

const activity = (settings) => arrange(site, 'activity', { course: site.courseid, name: 'Pulse', groupmode: 0, ...settings });

moodleTest('what pulse.php answers', async (people) => {
    const { cmid } = await activity({ groupmode: 1 });
    const [north, south] = site.groups;
    const trainer = await people.open('trainer', { cmid, group: north.id });
    const anna = await people.open('learner1', { cmid });
    await anna.join();
    const { room, pulse } = await told(anna);
    assert.ok(!pulse.address.includes(pulse.token), 'never in the address');

    const first = await ask(pulse);
    assert.equal(first.status, 200);
    assert.match(first.headers.get('content-type'), /^application\/json/);
    assert.deepEqual(first.reply.room, room, 'the same as the web service says');
    assert.equal(first.reply.me, null);
    assert.ok(Math.abs(first.reply.now - Date.now()) < 5000);
    const have = `"${first.reply.revision}.${first.reply.stamp}"`;
    const same = await ask(pulse, { have });
    assert.deepEqual([same.status, same.body], [304, '']);
    assert.equal(await status(pulse, { have: `W/${have}` }), 304);
    // As a browser that takes compressed answers.
    assert.equal(await status(pulse, { have, headers: { 'Accept-Encoding': 'gzip' } }), 304);

    await trainer.startGroup();
    await anna.at('stellingen');
    const next = await ask(pulse, { have });
    assert.equal(next.reply.room.place, 'stellingen');
    const numbers = await ask(pulse, { have: `"${next.reply.revision}.0"` });
    assert.equal(numbers.reply.room, null);
    assert.equal(numbers.reply.counts.length, 1);

    // Tokens.
    const own = (await told(trainer)).pulse;
    const emre = await people.open('learner5', { cmid });
    const other = (await told(emre)).pulse;
    assert.notEqual(new URL(other.address).searchParams.get('meeting'), room.meeting);
    const [expiry, proof] = pulse.token.split('.');
    const tokens = [null, '', 'x', other.token, own.token, `${Number(expiry) + 60}.${proof}`, `${expiry}.${proof.slice(1)}0`,
        `${Math.floor(Date.now() / 1000) - 1}.${proof}`, `${expiry}.`, 'a'.repeat(4000)];
    for (const token of tokens) {
        const refused = await ask({ ...pulse, token }, { have });
        assert.deepEqual([refused.status, refused.body, refused.headers.get('etag')], [403, '', null], String(token));
    }
    assert.equal(await status({ address: `${pulse.address}&token=${pulse.token}`, token: null }), 403, 'not in the address');
    assert.equal(await status(own), 200, 'the trainer\'s own');

    // Addresses.
    const at = (search) => `${site.url}/mod/leerlandschap/pulse.php${search}`;
    const { meeting } = room;
    for (const search of ['', '?', `?meeting=${meeting}`, '?audience=participant', `?meeting=${meeting}&audience=nobody`,
        `?meeting[]=${meeting}&audience=participant`, `?meeting=${meeting}&audience[]=participant`,
        `?meeting=../${meeting}&audience=participant`, `?meeting=..%2f..%2f${meeting}&audience=participant`,
        `?meeting=${meeting}&audience=participant/../participant`, `?meeting=${meeting}%00&audience=participant`,
        `?meeting=${meeting}&audience=participant%00`, `?meeting=${meeting}%0a&audience=participant`, '?meeting=-1&audience=participant',
        `?meeting=${'9'.repeat(5000)}&audience=participant`, `/${meeting}.participant?meeting=${meeting}&audience=participant`]) {
        const { status: code, body } = await ask({ address: at(search), token: pulse.token });
        assert.deepEqual([code, body], [404, ''], search.slice(0, 80));
    }
    for (const method of ['POST', 'PUT', 'DELETE']) {
        assert.equal(await status(pulse, { method }), 405, method);
    }
    const nowhere = await ask({ address: at('?meeting=999999999&audience=participant'), token: pulse.token });
    assert.equal(nowhere.status, 503);
    assert.match(nowhere.headers.get('retry-after'), /^[123]$/);
    // Far too much of everything: the web server or the script says no, and nothing breaks.
    const much = await fetch(pulse.address, { headers: { 'X-Leerlandschap-Token': 'a'.repeat(7000), 'If-None-Match': '9'.repeat(7000) } })
        .then((response) => response.status);
    assert.ok([400, 403, 414, 431].includes(much), String(much));
    assert.equal(await status(pulse), 200);
});

moodleTest('while a meeting goes on, pages ask pulse.php and leave the web service alone', async (people) => {
    const { cmid } = await activity();
    const trainer = await people.open('trainer', { cmid });
    const anna = await people.open('learner1', { cmid });
    await anna.join();
    const asked = count(anna);
    await trainer.startGroup();
    await anna.at('stellingen');
    await trainer.takeGroupTo('opbrengst');
    await anna.at('opbrengst');
    await pause(6000);
    assert.ok(asked.pulse >= 5 && asked.pulse <= 25, `${asked.pulse} times`);
    // The whole app asks once, when it takes over from the first stage.
    assert.ok(asked.service <= 1, `${asked.service} calls`);
    assert.equal(asked.tokens, 0, 'no token in an address');
    // A page that nobody sees asks nothing.
    const hide = (hidden) => anna.page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { value: value ? 'hidden' : 'visible', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
    await hide(true);
    await pause(1500);
    const before = asked.pulse;
    await pause(4000);
    assert.equal(asked.pulse, before);
    await trainer.takeGroupTo('vervolgacties');
    await hide(false);
    await anna.at('vervolgacties');
});

moodleTest('who leads learns from the web service who has answered, and asks little for it', async (people) => {
    const { cmid } = await activity();
    const trainer = await people.open('trainer', { cmid });
    const [anna, bilal] = [await people.open('learner1', { cmid }), await people.open('learner2', { cmid })];
    await anna.join();
    await bilal.join();
    await trainer.startGroup();
    await bilal.at('stellingen');
    await anna.at('stellingen');
    const asked = count(trainer);
    for (const number of [1, 2, 3, 4, 5]) {
        await bilal.answer(number, 2);
    }
    await bilal.saved();
    await trainer.seesWhoAnswered([bilal], [anna]);
    // Nothing that is published names them, with whichever token.
    const { pulse, counts } = await told(trainer);
    assert.equal(counts[0].who.length, 1);
    const published = await ask(pulse);
    assert.deepEqual(published.reply.counts, counts.map(({ who, ...count }) => count));
    assert.ok(!published.body.includes('"who"'));
    assert.equal((await told(anna)).counts[0].who, undefined);
    await pause(6000);
    // One of these calls was made here by hand, as whom the page is.
    assert.ok(asked.service <= 4, `${asked.service} calls`);
    await anna.page.goto('about:blank');
    await trainer.reveal({ early: true });
    await eventuallyEqual(async () => (await told(trainer)).counts, [], 'nobody is named after the reveal');
});

moodleTest('a purge of the caches in mid-meeting', async (people) => {
    const { cmid } = await activity();
    const trainer = await people.open('trainer', { cmid });
    const anna = await people.open('learner1', { cmid });
    await anna.join();
    await trainer.startGroup();
    await anna.at('stellingen');
    const { pulse } = await told(anna);
    // Nobody is there to make it anew.
    await Promise.all([anna, trainer].map(({ page }) => page.goto('about:blank')));
    await arrange(site, 'purge');
    const gone = await ask(pulse);
    assert.equal(gone.status, 503);
    assert.match(gone.headers.get('retry-after'), /^[123]$/);
    for (const person of [anna, trainer]) {
        await person.page.goto(`${site.url}/mod/leerlandschap/view.php?id=${cmid}`);
        await person.ready();
    }
    assert.equal(await status(pulse), 200, 'with the same key');

    // And now with both at work.
    const asked = count(anna);
    await arrange(site, 'purge');
    await eventually(async () => assert.equal(await status(pulse), 200));
    await trainer.takeGroupTo('opbrengst');
    await anna.at('opbrengst');
    assert.ok(asked.service <= 3, `${asked.service} calls`);
});

moodleTest('somebody leaves the course: their token is worth nothing, the others go on', async (people) => {
    const username = `leaving${Date.now()}`;
    const { id } = await arrange(site, 'user', { username, password: site.password, courseid: site.courseid, firstname: 'Lea', lastname: 'Vos' });
    const { cmid } = await activity();
    const trainer = await people.open('trainer', { cmid });
    const anna = await people.open('learner1', { cmid });
    const lea = await people.open(username, { cmid });
    await lea.join();
    await trainer.startGroup();
    await lea.at('stellingen');
    const { pulse } = await told(lea);
    await lea.page.goto('about:blank');
    assert.equal(await status(pulse), 200);
    await arrange(site, 'unenrol', { courseid: site.courseid, userid: id });
    assert.notEqual(await status(pulse), 200);
    await eventually(async () => assert.equal(await status(pulse), 403));
    await trainer.takeGroupTo('opbrengst');
    await anna.at('opbrengst');
    assert.equal(await status(pulse), 403);
});

moodleTest('without the fast path the web service says the same', async (people) => {
    const { cmid } = await activity();
    const trainer = await people.open('trainer', { cmid });
    const anna = await people.open('learner1', { cmid });
    await anna.join();
    const { pulse } = await told(anna);
    assert.equal(await status(pulse), 200);
    try {
        await arrange(site, 'setting', { name: 'fastpath', value: 0 });
        await trainer.startGroup();
        await anna.at('stellingen');
        assert.equal(await status(pulse), 503);
        assert.equal((await told(anna)).pulse, undefined);
        const asked = count(anna);
        await trainer.takeGroupTo('opbrengst');
        await anna.at('opbrengst');
        await pause(5000);
        assert.ok(asked.service >= 2, `${asked.service} calls`);
        assert.equal(asked.pulse, 0);
    } finally {
        await arrange(site, 'setting', { name: 'fastpath', value: 1 });
    }
    await trainer.takeGroupTo('vervolgacties');
    await anna.at('vervolgacties');
    const asked = count(anna);
    await eventually(() => assert.ok(asked.pulse > 0, 'and back on it'));
});

moodleTest('where the way is blocked the app finds another', async (people) => {
    const { cmid } = await activity();
    const trainer = await people.open('trainer', { cmid });
    const anna = await people.open('learner1', { cmid });
    await anna.join();
    people.expect(/pulse\.php/);
    await anna.page.context().route('**/pulse.php*', (route) => route.fulfill({ status: 500, body: 'no' }));
    await trainer.startGroup();
    await eventually(() => anna.at('stellingen'), 20000);
    await trainer.takeGroupTo('opbrengst');
    await eventually(() => anna.at('opbrengst'), 20000);
    await anna.page.context().unroute('**/pulse.php*');
});
