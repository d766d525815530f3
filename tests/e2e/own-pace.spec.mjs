// The rules of a new meeting on the standalone page: who sees what, and at which pace. What the exercise requires is no
// choice; what was chosen stays with the meeting, in its file too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkAccessibility } from './lib/accessibility.mjs';
import { inContext, launch } from './lib/browser.mjs';
import { openPage, participants } from './lib/group.mjs';
import { voteAlone, workAlone } from './lib/own-pace.mjs';
import { openMenu, openMeeting, rule, saveMeeting, startOver } from './lib/page-menu.mjs';
import { plan } from './lib/plan.mjs';
import { checkWidth, pictures } from './lib/screens.mjs';
import { standalone } from './lib/site.mjs';
import { vote } from './lib/walk.mjs';
import { words } from './lib/words.mjs';

let browser;
let site;
let dutch;
let english;

before(async () => {
    [browser, site, dutch, english] = await Promise.all([launch(), standalone(), words('nl'), words('en')]);
});

after(() => Promise.all([browser?.close(), site?.close()]));

test('a group goes through the exercise, each at their own pace', () => inContext(browser, {}, async (context) => {
    const members = await participants(context, site, dutch, 3);
    const [first, second] = members;
    await startOver(first, 'rules_own');
    for (const member of members) {
        await member.text(member.say('progress_title')).waitFor();
        await member.join();
    }
    await voteAlone(members, plan(3));
    await checkAccessibility(second.page);
    await workAlone(members);

    // The rules go with the meeting: into its file, and back.
    const { text } = await saveMeeting(first);
    assert.equal(JSON.parse(text).settings.pace, 'own');
    await startOver(first, 'rules_together');
    await second.button(second.say('join')).waitFor();
    await second.gone(second.text(second.say('progress_title')));
    await openMeeting(first, text);
    await second.text(second.say('progress_title')).waitFor();
    await second.lookAt('stellingen');
    await second.seesResults(plan(3).results.first);

    // A meeting that nobody has joined keeps its rules over a reload.
    await startOver(first, 'rules_own');
    await second.text(second.say('progress_title')).waitFor();
    await second.page.reload();
    await second.ready();
    await second.text(second.say('progress_title')).waitFor();
}));

test('answers with names', () => inContext(browser, { locale: 'en-GB' }, async (context) => {
    const members = await participants(context, site, english, 3);
    const [first] = members;
    await startOver(first, 'rules_named');
    await first.text(english.say('sees_named', 3)).waitFor();
    for (const member of members) {
        await member.join();
    }
    await vote({ leader: first, members, plan: plan(3), visit: async () => {} });
    const card = first.app.getByRole('article').first();
    await card.getByText(english.say('who_chose_what'), { exact: true }).click();
    await card.locator('.ll-voices').getByText(first.name).first().waitFor();
}));

test('what the exercise requires is no choice', () => inContext(browser, {}, async (context) => {
    const climate = await words('nl', 'leerklimaat');
    const page = await openPage(context, site, climate);
    await openMenu(page);
    await page.button(page.say('start_over')).first().click();
    await page.sees(page.say('rules_need_hidden'));
    await page.sees(page.say('rules_least', 5));
    assert.equal(await rule(page, 'rules_named').count(), 0);
    await checkAccessibility(page.page);
}));

test('the rules are chosen by keyboard, and fit a narrow window', () => inContext(browser, {}, async (context) => {
    const page = await openPage(context, site, dutch);
    await openMenu(page);
    await page.button(page.say('start_over')).first().focus();
    await page.page.keyboard.press('Enter');
    const dialog = page.app.getByRole('dialog', { name: page.say('start_over_title') });
    await dialog.waitFor();
    for (const colorScheme of ['light', 'dark']) {
        await page.page.emulateMedia({ colorScheme });
        await checkAccessibility(page.page);
    }
    await rule(page, 'rules_together').focus();
    await page.page.keyboard.press('ArrowDown');
    assert.ok(await rule(page, 'rules_own').isChecked());
    await page.page.setViewportSize({ width: 320, height: 640 });
    await checkWidth(page.page);
    await page.page.setViewportSize({ width: 1280, height: 800 });
    await pictures(page.page, 'start-over');
    await page.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    assert.equal(await page.page.evaluate(() => document.activeElement.textContent), page.say('start_over'));
    await page.gone(page.text(page.say('progress_title')));
}));
