// Eight learners in two separate groups do the whole exercise with a trainer who leads both, at the same time:
// each group sees only its own room, and the gradebook and completion show who took part.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { arrange } from '../lib/arrange.mjs';
import { launch } from '../lib/browser.mjs';
import { activityUrl, moodleSite, ServerLogs } from '../lib/moodle.mjs';
import { People } from '../lib/people.mjs';
import { plan } from '../lib/plan.mjs';
import { walk } from '../lib/walk.mjs';
import { words } from '../lib/words.mjs';

const site = await moodleSite();
let browser;
let logs;
let english;
let dutch;

before(async () => {
    assert.ok(site, 'MOODLE_SITE names no site: start one with tests/moodle/site.sh');
    [browser, english, dutch] = await Promise.all([launch(), words('en'), words('nl')]);
    logs = await new ServerLogs(site).mark();
});

after(() => browser?.close());

const learners = (group) => Object.values(site.users).filter((user) => user.group === group.id);

/** Asks a web service in a page, as that page's user; the answer, or the refusal. */
const call = (participant, method, args) => participant.page.evaluate(
    ([name, values]) => window.leerlandschapBridge.call(name, values).then((answer) => ({ answer }), (refusal) => ({ refusal })),
    [`mod_leerlandschap_${method}`, args],
);

test('two groups do the whole exercise with one trainer', () => new People(browser, site, english).during(async (people) => {
    const [north, south] = site.groups;
    // One group works in Dutch, the other and the trainer in English.
    await arrange(site, 'language', { users: learners(south).map(({ id }) => id), lang: 'nl' });
    const gather = async (group, language) => {
        const [leader, ...members] = await Promise.all([
            people.open('trainer', { group: group.id }),
            ...learners(group).map(({ username }) => people.open(username, { words: language })),
        ]);
        return { leader, members, plan: plan(4), visit: async () => {} };
    };
    const groups = [await gather(north, english), await gather(south, dutch)];
    await Promise.all(groups.map((group) => walk(group)));

    // Nobody of one group appears on the other's pages, by name or by what they wrote.
    for (const [at, group] of groups.entries()) {
        const others = learners(site.groups[1 - at]).map(({ name }) => name);
        for (const { page, app } of [...group.members, group.leader]) {
            const text = await app.innerText() + await page.locator('#leerlandschap-data').textContent();
            others.forEach((name) => assert.ok(!text.includes(name), `${name} on a page of ${site.groups[at].name}`));
        }
    }
    // Nor does the web service give the other group's room away.
    const [[anna], [emre]] = groups.map(({ members }) => members);
    const meeting = await emre.page.evaluate(() => JSON.parse(document.querySelector('#leerlandschap-data').textContent).reply.room.meeting);
    const read = await call(anna, 'get_meeting', { cmid: site.cmid, groupid: south.id, since: 0 });
    assert.equal(read.answer.room, null);
    const me = typeof read.answer.me === 'string' ? JSON.parse(read.answer.me) : read.answer.me;
    assert.equal(me.notice, 'other_group');
    const write = await call(anna, 'take_part', { cmid: site.cmid, groupid: south.id, meeting, type: 'join', step: null, since: 0 });
    assert.equal(write.refusal.errorcode, 'other_group');
    assert.equal(write.refusal.message, english.refusal('other_group'));
    const sneaked = await call(anna, 'take_part', { cmid: site.cmid, groupid: north.id, meeting, type: 'join', step: null, since: 0 });
    assert.equal(sneaked.refusal.errorcode, 'unknown_meeting');
    await logs.check();
}));

test('the gradebook shows points and feedback, and completion who finished', () => new People(browser, site, english).during(async (people) => {
    const page = await people.login('trainer');
    await page.goto(`${site.url}/grade/report/grader/index.php?id=${site.courseid}`);
    for (const { name } of Object.values(site.users).filter(({ group }) => group)) {
        const row = page.locator('tr.userrow').filter({ hasText: name });
        assert.match(await row.locator('td.grade').first().innerText(), /100\.00/, `${name}'s grade`);
    }
    for (const { id, name } of Object.values(site.users).filter(({ group }) => group)) {
        await page.goto(`${site.url}/grade/report/user/index.php?id=${site.courseid}&userid=${id}`);
        const text = await page.locator('table.user-grade').innerText();
        assert.match(text, /100\.00/, `${name}'s grade`);
        for (const step of ['stellingen', 'vervolgacties', 'uitgangspunten']) {
            const title = [english, dutch].map((language) => language.step(step).title);
            assert.ok(title.some((one) => text.includes(one)), `${name}'s feedback names ${step}: ${text}`);
        }
    }
    const states = await arrange(site, 'completion', { cmid: site.cmid });
    for (const { id, name } of Object.values(site.users).filter(({ group }) => group)) {
        assert.ok(Number(states[id]) >= 1, `${name} completed the activity`);
    }
    // A learner finds the same.
    const own = await people.login('learner6');
    await own.goto(`${site.url}/grade/report/user/index.php?id=${site.courseid}`);
    assert.match(await own.locator('table.user-grade').innerText(), /100,00[^]*3 van de 3 punten/, 'in the own language');
    await own.goto(activityUrl(site));
    await own.locator('#ll-heading').filter({ hasText: dutch.place('@closing') }).waitFor();
    await logs.check();
}));
