// What a designer may choose in the form shows on every screen: answers with names, a scale of three points, a light
// colour of the theme.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { contrast } from '../lib/contrast.mjs';
import { eventually, eventuallyEqual } from '../lib/eventually.mjs';
import { call, dutch, english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { plan, planOfThreePoints } from '../lib/plan.mjs';
import { pictures } from '../lib/screens.mjs';
import { gather, vote, writeNotes } from '../lib/walk.mjs';

const LEARNERS = ['learner1', 'learner2', 'learner3', 'learner4'];

/** A trainer and four learners in an activity of their own with these settings. */
async function group(people, settings, { words = english, ...rest }) {
    const { cmid } = await arrange(site, 'activity', { course: site.courseid, name: 'Settings', groupmode: 0, ...settings });
    const [leader, ...members] = await Promise.all(['trainer', ...LEARNERS].map((name) => people.open(name, { cmid, words })));
    return { cmid, leader, members, visit: async () => {}, ...rest };
}

/** Who chose what at a statement, by the label of the answer. */
async function voices(participant, number) {
    const card = participant.app.getByRole('article').filter({ hasText: participant.words.statements[number - 1].text });
    const [summary] = await card.getByText(participant.say('who_chose_what'), { exact: true }).all();
    if (!summary) {
        return null;
    }
    const list = card.locator('.ll-voices');
    if (!await list.isVisible()) {
        await summary.click();
    }
    const pairs = await list.locator('> div').evaluateAll((rows) => rows.map((row) => [
        row.querySelector('dt').innerText, row.querySelector('dd').innerText.split(', ').sort(),
    ]));
    return Object.fromEntries(pairs);
}

moodleTest('answers with names', async (people) => {
    const all = await group(people, { visibility: 'named' }, { plan: plan(4) });
    const { leader, members } = all;
    const [first] = members;
    await first.text(english.say('sees_named', 3)).waitFor();
    await first.text(english.say('sees_writing_named')).waitFor();
    assert.equal(await first.text(english.say('sees_hidden', 3)).count(), 0, 'nothing is promised that does not hold');

    // Before the reveal nobody's page knows who chose what, not even the facilitator's.
    all.visit = async (screen) => {
        if (screen !== 'closed') {
            return;
        }
        for (const person of [leader, members[1]]) {
            const { answer } = await call(person, 'get_meeting', {});
            assert.ok(answer.room.rounds.every(({ results }) => results.length === 0), JSON.stringify(answer.room.rounds));
        }
    };
    await gather(all);
    await vote(all);
    const names = members.map(({ name }) => name);
    const [low, , , agree, high] = english.scale;
    for (const person of [leader, members[3]]) {
        await eventually(async () => assert.deepEqual(await voices(person, 1), { [low]: names.slice(0, 2), [high]: names.slice(2) }));
        assert.deepEqual(await voices(person, 2), { [agree]: [names[0], names[2], names[3]], [high]: [names[1]] });
        assert.equal(await voices(person, 5), null, 'too few answered: no names either');
    }
    await checkAccessibility(first.page, { within: '#leerlandschap-app' });

    // What they write carries their names too.
    await writeNotes(all);
    const card = members[1].app.locator('.ll-note').filter({ hasText: 'Leren mag' });
    await card.getByText(names[0]).waitFor();
});

moodleTest('a scale of three points, in Dutch', async (people) => {
    const users = [...LEARNERS, 'trainer'].map((name) => site.users[name].id);
    await arrange(site, 'language', { users, lang: 'nl' });
    try {
        const all = await group(people, { scale: 'agree3' }, { words: dutch.scaled('agree3'), plan: planOfThreePoints() });
        await gather(all);
        const { leader, members, plan: { votes, results } } = all;
        await leader.startGroup();
        for (const [at, member] of members.entries()) {
            await member.at('stellingen');
            assert.equal(await member.statement(1).getByRole('radio').count(), 4, 'three points and the opt-out');
            for (const number of [1, 2, 3, 4, 5]) {
                await member.answer(number, votes[number][at]);
            }
            await member.saved();
        }
        await leader.sees(leader.say('vote_group', { k: 4, n: 4 }));
        await leader.reveal();
        await Promise.all([leader, ...members].map((one) => one.seesResults(results.first)));
        await eventuallyEqual(() => leader.list(leader.app.locator('.ll-legend').first().locator('li')), leader.words.scale);
        await checkAccessibility(leader.page, { within: '#leerlandschap-app' });
    } finally {
        await arrange(site, 'language', { users, lang: 'en' });
    }
});

moodleTest('a theme with a light colour', async (people) => {
    await arrange(site, 'colour', { colour: '#ffd400' });
    try {
        // One page has the theme's styles built: whoever else asks meanwhile gets those of before.
        const page = await people.login('learner1');
        await page.goto(`${site.url}/course/view.php?id=${site.courseid}`);
        const all = await group(people, {}, { plan: plan(4) });
        const { members: [first] } = all;
        const colour = await first.app.evaluate((app) => getComputedStyle(app).getPropertyValue('--ll-accent').trim());
        assert.equal(colour.toLowerCase(), '#ffd400', 'the colour of the theme');
        // axe leaves out what it cannot read, so the words on the colour are measured here as well.
        assert.ok(await contrast(first.page, '.ll-btn--primary') >= 4.5);
        all.visit = async (screen, { page }) => {
            await checkAccessibility(page, { within: '#leerlandschap-app' });
            await pictures(page, `moodle-${site.version.slice(0, 3)}-yellow-${screen}`, { within: '#leerlandschap-app' });
            if (screen === 'voting-answered') {
                const edge = { selector: '.ll-choice:has(:checked)', colour: 'borderTopColor' };
                assert.ok(await contrast(page, edge.selector, edge.colour) >= 3, 'the edge of a chosen answer');
            }
        };
        await gather(all);
        await vote(all);
    } finally {
        await arrange(site, 'colour', { colour: '' });
    }
});
