// The standalone page: three participants in three tabs of one browser do the whole exercise.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inContext, launch } from './lib/browser.mjs';
import { eventually, eventuallyEqual } from './lib/eventually.mjs';
import { anotherParticipant, openPage, standaloneGroup } from './lib/group.mjs';
import { openMeeting, saveMeeting, startOver } from './lib/page-menu.mjs';
import { standalone } from './lib/site.mjs';
import { gather, vote, walk } from './lib/walk.mjs';
import { words } from './lib/words.mjs';

let browser;
let site;
let dutch;
let english;

before(async () => {
    [browser, site, dutch, english] = await Promise.all([launch(), standalone(), words('nl'), words('en')]);
});

after(() => Promise.all([browser?.close(), site?.close()]));

/** The closing page's text, without whose participation it shows. */
const outcome = (participant) => participant.app.locator('.ll-outcome').innerText();

test('three participants do the whole exercise', () => inContext(browser, {}, async (context) => {
    const group = await standaloneGroup(context, site, dutch);
    await walk(group);
    const [first, second] = group.members;

    // A reload keeps everything, and who one is.
    const before = await outcome(second);
    await second.page.reload();
    await second.ready();
    await eventuallyEqual(() => outcome(second), before);

    // On paper: the outcome and nothing else.
    await first.page.emulateMedia({ media: 'print' });
    for (const part of ['.ll-top', '.ll-dock', '.ll-brand', '.ll-share']) {
        assert.equal(await first.app.locator(part).isVisible(), false, `${part} is not printed`);
    }
    assert.ok(await first.app.locator('.ll-outcome').isVisible());
    await first.page.emulateMedia({ media: null });

    // As a file, away, and back.
    const { text: file } = await saveMeeting(first);
    assert.equal(JSON.parse(file).closed, true);
    await startOver(first);
    await Promise.all(group.members.map((member) => member.at('@start')));
    await second.button(second.say('join')).waitFor();
    await openMeeting(first, '{"protocol": 1}');
    await first.text(dutch.say('import_wrong')).waitFor();
    await first.at('@start');
    await openMeeting(first, file);
    await Promise.all(group.members.map((member) => member.at('@closing')));
    await eventuallyEqual(() => outcome(second), before);
}));

test('a reload in the middle loses nothing', () => inContext(browser, {}, async (context) => {
    const group = await standaloneGroup(context, site, dutch);
    await gather(group);
    const [first, second] = group.members;
    await first.startGroup();
    await second.at('stellingen');
    await second.answer(1, 2);
    await second.giveReason(1, 'Omdat het zo is.');
    await second.answer(2, null);
    await second.saved();
    await second.page.reload();
    await second.ready();
    await second.at('stellingen');
    assert.ok(await second.choice(1, 2).isChecked());
    assert.ok(await second.choice(2, null).isChecked());
    assert.equal(await second.statement(1).getByRole('textbox').inputValue(), 'Omdat het zo is.');
    await second.sees(second.say('vote_mine', { k: 2, n: 5 }));
    await first.page.reload();
    await first.ready();
    await first.button(first.say('round_close')).waitFor();
}));

test('who comes late, looks around or leaves', () => inContext(browser, {}, async (context) => {
    const group = await standaloneGroup(context, site, dutch);
    const [first, second, third] = group.members;
    await first.join();
    // With too few people nothing will show, and that is said before the first answer.
    await first.text(dutch.count('missing', 2)).waitFor();
    await second.join();
    await first.startGroup();
    await third.at('stellingen');
    await third.text(dutch.say('banner_not_joined')).waitFor();
    assert.ok(await third.choice(1, 3).isDisabled(), 'who has not joined cannot answer');
    await third.join();
    await third.answer(1, 3);
    await second.lookAt('@start');
    await second.text(dutch.say('banner_elsewhere', dutch.place('stellingen'))).waitFor();
    await second.button(dutch.say('banner_follow')).click();
    await second.at('stellingen');
    // The first one led; once gone, somebody else may.
    await first.lookAt('@start');
    await first.button(dutch.say('leave')).click();
    await second.button(dutch.say('chair_take')).click();
    await second.text(dutch.say('chair_mine')).waitFor();
    await third.text(dutch.say('chair_held', second.name)).waitFor();
    await second.button(dutch.say('round_close')).waitFor();
}));

test('Dutch and English', () => inContext(browser, { locale: 'en-GB' }, async (context) => {
    const page = await openPage(context, site, english);
    const html = page.page.locator('html');
    assert.equal(await html.getAttribute('lang'), 'en');
    await page.at('@start');
    await page.join();
    await page.startGroup();
    await page.answer(2, 5);
    await page.button('Nederlands').click();
    page.words = dutch;
    await page.at('stellingen');
    assert.equal(await html.getAttribute('lang'), 'nl');
    assert.ok(await page.choice(2, 5).isChecked(), 'the answer stays');
    assert.equal(await page.page.title(), dutch.title);
    await page.page.reload();
    await page.ready();
    await page.at('stellingen');
    await page.button('English').click();
    page.words = english;
    await page.at('stellingen');
}));

test('a browser with another language gets the first', () => inContext(browser, { locale: 'fr-FR' }, async (context) => {
    const page = await openPage(context, site, dutch);
    assert.equal(await page.page.locator('html').getAttribute('lang'), 'nl');
    await page.at('@start');
}));

/** One participant goes on in memory, after the page said that nothing is kept. */
async function goesOnInMemory(page) {
    await page.text(dutch.say('saved_memory')).waitFor();
    if (await page.button(dutch.say('join')).count() > 0) {
        await page.app.getByLabel(dutch.say('your_name')).fill(page.name);
        await page.button(dutch.say('join')).click();
        await page.text(dutch.say('joined')).waitFor();
        await page.startGroup();
    }
    await page.at('stellingen');
    await page.answer(1, 4);
    await page.sees(dutch.say('vote_mine', { k: 1, n: 5 }));
    await page.takeGroupTo('vervolgacties');
    await page.app.getByLabel(dutch.say('action_what')).fill('Doorgaan');
    await page.app.getByRole('combobox', { name: dutch.say('action_who') }).selectOption({ label: page.name });
    await page.button(dutch.say('action_add')).click();
    await page.app.locator('.ll-action__what').getByText('Doorgaan').waitFor();
}

test('blocked storage: said, and the page goes on in memory', () => inContext(browser, {}, async (context) => {
    await context.addInitScript(() => {
        IDBFactory.prototype.open = () => {
            throw new DOMException('blocked by the test', 'SecurityError');
        };
    });
    await goesOnInMemory(await openPage(context, site, dutch));
}));

test('full storage: said, and the page goes on in memory', () => inContext(browser, {}, async (context) => {
    const page = await openPage(context, site, dutch);
    await page.join();
    await page.startGroup();
    await page.at('stellingen');
    // A full disk shows only when the transaction is to be written for good.
    await page.page.evaluate(() => {
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function putAndFail(...what) {
            const request = put.apply(this, what);
            request.addEventListener('success', () => this.transaction.abort());
            return request;
        };
    });
    await page.answer(3, 2);
    await page.text(dutch.say('saved_memory')).waitFor();
    assert.ok(await page.choice(3, 2).isChecked(), 'what was refused goes on in memory');
    await page.answer(1, 4);
    await page.sees(dutch.say('vote_mine', { k: 2, n: 5 }));
}));

test('storage that fails at writing: said, and the page goes on in memory', () => inContext(browser, {}, async (context) => {
    await context.addInitScript(() => {
        IDBObjectStore.prototype.put = () => {
            throw new DOMException('full by the test', 'QuotaExceededError');
        };
    });
    const page = await openPage(context, site, dutch);
    await page.app.getByLabel(dutch.say('your_name')).fill(page.name);
    await page.button(dutch.say('join')).click();
    await page.text(dutch.say('joined')).waitFor();
    await page.startGroup();
    await goesOnInMemory(page);
}));

test('a browser without JavaScript is told so', () => inContext(browser, { javaScriptEnabled: false }, async (context, complaints) => {
    // Playwright switches JavaScript off by a content policy, which also stops the preload.
    complaints.expect(/standalone\.js csp$/);
    const page = await context.newPage();
    await page.goto(site.url);
    const text = await page.locator('body').innerText();
    assert.match(text, /Zet JavaScript aan/);
    assert.match(text, /Turn on JavaScript/);
}));

test('a browser without WebAssembly is told so', () => inContext(browser, {}, async (context) => {
    await context.addInitScript(() => {
        delete globalThis.WebAssembly;
    });
    const page = await context.newPage();
    await page.goto(site.url);
    const message = page.getByRole('alert').filter({ hasText: 'WebAssembly' });
    await message.waitFor();
    assert.match(await message.innerText(), /Update your browser/);
    assert.equal(await page.getByRole('status').count(), 0, 'nothing says that it still loads');
}));

test('a page whose files do not arrive says so', () => inContext(browser, {}, async (context, complaints) => {
    complaints.expect(/standalone_bg\.wasm|leerlandschap:/);
    await context.route('**/standalone_bg.wasm', (route) => route.fulfill({ status: 404, body: '' }));
    const page = await context.newPage();
    await page.goto(site.url);
    await page.getByRole('alert').filter({ hasText: 'load the page again' }).waitFor();
}));

test('results show the same in every tab, also in one that opens later', () => inContext(browser, {}, async (context) => {
    const group = await standaloneGroup(context, site, dutch);
    await gather(group);
    await vote(group);
    const late = await anotherParticipant(group.leader, 'Daan');
    await late.at('stellingen');
    await late.seesResults(group.plan.results.first);
    await eventually(async () => assert.equal(await late.app.locator('fieldset.ll-statement').count(), 0));
}));
