// A new course designer adds the activity and casts a first vote: at most six clicks and sixty seconds.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { arrange } from '../lib/arrange.mjs';
import { launch } from '../lib/browser.mjs';
import { moodleSite, ServerLogs } from '../lib/moodle.mjs';
import { Participant } from '../lib/participant.mjs';
import { People } from '../lib/people.mjs';
import { words } from '../lib/words.mjs';

const CLICKS = 6;
const SECONDS = 60;
const site = await moodleSite();
let browser;
let logs;
let say;

before(async () => {
    assert.ok(site, 'MOODLE_SITE names no site: start one with tests/moodle/site.sh');
    [browser, say] = await Promise.all([launch(), words('en')]);
    logs = await new ServerLogs(site).mark();
});

after(() => browser?.close());

test('from the activity chooser to the first vote', () => new People(browser, site, say).during(async (people) => {
    const course = await arrange(site, 'course', { fullname: 'A new course', shortname: `new-${Date.now()}`, numsections: 1 });
    const name = `designer${course.id}`;
    await arrange(site, 'user', { username: name, password: site.password, firstname: 'Dora', lastname: 'Prins', courseid: course.id, role: 'editingteacher' });
    const page = await people.login(name);
    await page.goto(`${site.url}/course/view.php?id=${course.id}`);
    const edit = page.locator('input[name=setmode]');
    await edit.click();
    const chooser = page.locator('[data-action=open-chooser]').first();
    await chooser.waitFor();

    // Counted from here: the course is open for editing, the chooser is not.
    let clicks = 0;
    const start = Date.now();
    const click = async (locator) => {
        clicks += 1;
        await locator.click();
    };
    await click(chooser);
    const choice = page.getByRole('dialog').getByRole('link', { name: 'Leerlandschap' }).first();
    const submenu = page.locator('.dropdown-menu.show [data-action=open-chooser], .show [data-action=open-chooser]').first();
    await choice.or(submenu).first().waitFor();
    if (await choice.count() === 0) {
        await click(submenu);
    }
    await click(choice);
    await click(page.locator('#id_submitbutton'));
    const app = await new Participant(page, say, 'Dora Prins').ready();
    await click(app.button(say.say('join')));
    await click(app.button(say.say('start_group')));
    await app.at('stellingen');
    await click(app.choice(1, 4));
    await app.saved();
    assert.ok(await app.choice(1, 4).isChecked());
    const seconds = (Date.now() - start) / 1000;
    console.log(`from the activity chooser to the first vote: ${clicks} clicks, ${seconds.toFixed(1)} s`);
    assert.ok(clicks <= CLICKS, `${clicks} clicks`);
    assert.ok(seconds <= SECONDS, `${seconds} s`);
    await page.reload();
    await app.ready();
    assert.ok(await app.choice(1, 4).isChecked(), 'the vote was stored');
    await logs.check();
}));
