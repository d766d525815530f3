// The big screen in front of the room: it follows the group, shows results one by one, and nothing of anybody's own.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { eventually, eventuallyEqual } from '../lib/eventually.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { pictures } from '../lib/screens.mjs';

const within = '#leerlandschap-app';
const LEARNERS = ['learner1', 'learner2', 'learner3'];

/** What somebody at the back reads at the top. */
const title = (page) => page.locator('.ll-big__title').innerText();
const look = async (page, screen) => {
    await checkAccessibility(page, { within });
    await pictures(page, `moodle-bigscreen-${screen}`, { within });
};

moodleTest('the big screen follows the group and turns its slides', async (people) => {
    const { cmid } = await arrange(site, 'activity', { course: site.courseid, name: 'In the room', groupmode: 0 });
    const trainer = await people.open('trainer', { cmid });
    const big = await trainer.page.context().newPage();
    await big.goto(await trainer.page.getByRole('link', { name: 'Big screen' }).getAttribute('href'));
    await big.locator('.ll-big').waitFor();
    assert.equal(await big.locator('nav, .navbar').count(), 0, 'nothing but the meeting');
    const address = `${site.url}/mod/leerlandschap/view.php?id=${cmid}`;
    assert.equal(await big.locator('.ll-big__address').innerText(), address);
    await big.getByRole('img', { name: english.say('present_code') }).waitFor();
    const members = await Promise.all(LEARNERS.map((name) => people.open(name, { cmid })));
    await Promise.all(members.map((member) => member.join()));
    await eventually(async () => assert.ok((await big.locator('.ll-people').innerText()).includes(members[2].name)));
    await look(big, 'start');

    await trainer.startGroup();
    await eventuallyEqual(() => title(big), english.place('stellingen'));
    assert.equal(await big.locator('.ll-big__list li').count(), 5);
    assert.equal(await big.getByRole('radio').count(), 0, 'nobody answers here');
    for (const [at, member] of members.entries()) {
        await member.at('stellingen');
        for (const number of [1, 2, 3, 4, 5]) {
            await member.answer(number, number === 1 ? 1 + 2 * at : 4);
        }
        await member.saved();
        await big.getByText(english.say('vote_group', { k: at + 1, n: 3 })).waitFor();
    }
    assert.equal(await big.locator('.ll-bar').count(), 0, 'no result before the reveal');
    await look(big, 'vote');
    await big.keyboard.press('ArrowRight');
    await big.locator('.ll-big__statement').getByText(english.statements[0].text).waitFor();
    await look(big, 'statement');

    await trainer.reveal();
    await eventuallyEqual(() => big.locator('.ll-result').count(), 5);
    await big.getByText(english.say('present_slide', { k: 1, n: 6 })).waitFor();
    await look(big, 'results');
    await big.keyboard.press('PageDown');
    await eventuallyEqual(() => big.locator('.ll-result').count(), 1);
    assert.ok((await big.locator('.ll-result').innerText()).includes(english.statements[0].text), 'what divides comes first');
    await look(big, 'result');
    await big.keyboard.press('End');
    await big.getByText(english.say('present_slide', { k: 6, n: 6 })).waitFor();
    await big.getByRole('button', { name: english.say('present_back') }).click();
    await big.getByText(english.say('present_slide', { k: 5, n: 6 })).waitFor();

    await trainer.takeGroupTo('opbrengst');
    await eventuallyEqual(() => title(big), english.place('opbrengst'));
    assert.equal(await big.getByRole('textbox').count(), 0, 'nobody writes here');
    await big.getByRole('button', { name: english.say('present_code') }).click();
    await big.locator('.ll-big__address').waitFor();
    await look(big, 'code');
});

moodleTest('what its user has not sent stays on the device, and off the big screen', async (people) => {
    const { cmid } = await arrange(site, 'activity', {
        course: site.courseid, name: 'Mine alone', groupmode: 0, facilitation: 'members',
    });
    const anna = await people.open('learner1', { cmid });
    await anna.join();
    await anna.button(english.say('chair_take')).click();
    await anna.startGroup();
    await anna.at('stellingen');
    await anna.saved();
    const context = anna.page.context();
    people.expect(/service\.php/);
    // Her own page has no network until she comes back to it: it tries again by itself. The big screen has one.
    const services = '**/lib/ajax/service.php*';
    const asked = [];
    let pulses = 0;
    context.on('request', (request) => {
        pulses += /\/pulse\.php\?/.test(request.url()) && request.frame().url().includes('bigscreen.php') ? 1 : 0;
    });
    await context.route(services, (route) => {
        if (!route.request().frame().url().includes('bigscreen.php')) {
            return route.abort('connectionfailed');
        }
        asked.push(new URL(route.request().url()).searchParams.get('info'));
        return route.continue();
    });
    await anna.answer(1, 5);
    await anna.sees(english.count('saved_offline', 1));
    const kept = (page) => page.evaluate(() => Object.values(localStorage).filter((it) => it.includes('st1')).length);
    assert.equal(await kept(anna.page), 1);
    // In the same tab, which gives up what it keeps for the next one.
    await anna.page.goto(`${site.url}/mod/leerlandschap/bigscreen.php?id=${cmid}`);
    await anna.page.locator('.ll-big__statement, .ll-big__list').first().waitFor();
    await eventuallyEqual(() => anna.page.locator('.ll-big__standing').innerText(), english.say('vote_group', { k: 0, n: 1 }));
    assert.equal(await anna.page.locator('.ll-person__note').count(), 0, 'nobody is "you" here');
    assert.equal(await kept(anna.page), 1, 'still there, for its own page');
    const again = await people.open('learner1', { cmid });
    assert.ok(!(await again.choice(1, 5).isChecked()), 'nothing was sent');
    await eventually(async () => assert.ok(pulses > 0, 'the big screen asks how the room is'));
    assert.deepEqual(asked.filter((name) => /^mod_leerlandschap_(?!get_meeting$)/.test(name)), [], 'and tells it nothing');
    await context.unroute(services);
    await anna.page.goto(`${site.url}/mod/leerlandschap/view.php?id=${cmid}`);
    await anna.ready();
    await anna.saved();
    assert.ok(await anna.choice(1, 5).isChecked());
});

moodleTest('a learner has no big screen', async (people, logs) => {
    const { cmid } = await arrange(site, 'activity', { course: site.courseid, name: 'Not yours', groupmode: 0 });
    const page = await people.login('learner1');
    await page.goto(`${site.url}/mod/leerlandschap/view.php?id=${cmid}`);
    assert.equal(await page.getByRole('link', { name: 'Big screen' }).count(), 0);
    people.expect(/bigscreen\.php/);
    logs.expect(/nopermissions|currently have permissions|bigscreen\.php|required_capability_exception|require_present|of_cm|manager-/);
    await page.goto(`${site.url}/mod/leerlandschap/bigscreen.php?id=${cmid}`);
    assert.equal(await page.locator('#leerlandschap-app').count(), 0);
});
