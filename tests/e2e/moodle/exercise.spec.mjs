// Eight learners in two separate groups do the whole exercise with a trainer who leads both, at the same time:
// each group sees only its own room, and the gradebook and completion show who took part.
import assert from 'node:assert/strict';
import { arrange } from '../lib/arrange.mjs';
import { call, dutch, english, meetingOf, moodleTest, site } from '../lib/moodle-suite.mjs';
import { activityUrl } from '../lib/moodle.mjs';
import { plan } from '../lib/plan.mjs';
import { walk } from '../lib/walk.mjs';

const learners = (group) => Object.values(site.users).filter((user) => user.group === group.id);

moodleTest('two groups do the whole exercise with one trainer', async (people) => {
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
    const meeting = await meetingOf(emre);
    const read = await call(anna, 'get_meeting', {}, { groupid: south.id });
    assert.equal(read.answer.room, null);
    assert.equal(read.answer.me.notice, 'other_group');
    const join = { type: 'join', step: null };
    const write = await call(anna, 'take_part', join, { groupid: south.id, meeting });
    assert.equal(write.refusal.errorcode, 'other_group');
    assert.equal(write.refusal.message, english.refusal('other_group'));
    const sneaked = await call(anna, 'take_part', join, { meeting });
    assert.equal(sneaked.refusal.errorcode, 'unknown_meeting');
    // Moodle's own answer carries the code under which core finds the message.
    const raw = await anna.page.evaluate(async ([cmid, groupid, id]) => {
        const args = { cmid, groupid, meeting: id, type: 'join', step: null, since: 0 };
        const response = await fetch(`/lib/ajax/service.php?sesskey=${M.cfg.sesskey}`, {
            method: 'POST', body: JSON.stringify([{ index: 0, methodname: 'mod_leerlandschap_take_part', args }]),
        });
        return (await response.json())[0];
    }, [site.cmid, south.id, meeting]);
    assert.equal(raw.exception.errorcode, 'error:other_group');
});

moodleTest('the gradebook shows points and feedback, and completion who finished', async (people) => {
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
});
