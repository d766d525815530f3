// The two stages of the app: what people wait for first, and everything, which takes over at the first page that needs
// it. Whoever is at work then loses nothing, whether the network is there or not.
import assert from 'node:assert/strict';
import { arrange } from '../lib/arrange.mjs';
import { eventually, eventuallyEqual } from '../lib/eventually.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { activityUrl } from '../lib/moodle.mjs';
import { Participant } from '../lib/participant.mjs';

const REASON = 'Because there is never time for it.';
/** The page after the statements, which only the whole app has. */
const NEXT = 'opbrengst';

/** The name of the module that a page starts with. */
const first = ({ app }) => app.evaluate((root) => /(\w+)\.js$/.exec(root.dataset.script)[1]);
/** Whether the whole app lies ready. */
const isReady = ({ page }) => page.evaluate(() => window.leerlandschapStages.ready);
const focused = ({ page }) => page.evaluate(() => document.activeElement?.id ?? '');
/** What the whole app alone draws there. */
const notes = ({ app }) => app.locator('.ll-column, .ll-notes').first();

async function atTheVote(people) {
    const { cmid } = await arrange(site, 'activity', { course: site.courseid, name: 'Stages', groupmode: 0 });
    const trainer = await people.open('trainer', { cmid });
    return {
        cmid,
        trainer,
        /** Somebody opens the activity and joins. */
        enter: async (username) => {
            const participant = await people.open(username, { cmid });
            assert.equal(await first(participant), 'opening', 'the page starts with what people wait for');
            await participant.join();
            return participant;
        },
        start: async (...participants) => {
            await trainer.startGroup();
            await Promise.all(participants.map((it) => it.at('stellingen')));
        },
    };
}

/** From now on, until it is lifted, no answer of this person reaches the server; the rest does. */
async function holdAnswers({ page }) {
    const address = /service\.php.*submit_answers/;
    await page.route(address, (route) => route.abort('failed'));
    return () => page.unroute(address);
}

moodleTest('whoever is at work when the group moves on keeps an unsent answer, a typed reason and the focus', async (people) => {
    const { cmid, trainer, enter, start } = await atTheVote(people);
    const anna = await enter('learner1');
    await start(anna);
    await eventually(async () => assert.ok(await isReady(anna), 'the whole app is fetched when nobody waits'));
    people.expect(/submit_answers/);
    const release = await holdAnswers(anna);
    await anna.answer(1, 4);
    await anna.answer(2, 5);
    await anna.statement(1).getByRole('textbox').pressSequentially(REASON);
    await trainer.takeGroupTo(NEXT);
    await anna.at(NEXT);
    await notes(anna).waitFor();
    assert.equal(await anna.app.locator('.ll-app').count(), 1, 'one app stands on the page');
    // What was not sent came along.
    await anna.lookAt('stellingen');
    assert.ok(await anna.choice(1, 4).isChecked());
    assert.ok(await anna.choice(2, 5).isChecked());
    assert.equal(await anna.statement(1).getByRole('textbox').inputValue(), REASON);
    assert.equal(await focused(anna), 'll-heading');
    await release();
    await anna.saved();

    // The server has it, and a page loaded now starts with everything.
    await anna.page.reload();
    await anna.ready();
    await anna.at(NEXT);
    assert.equal(await first(anna), 'exercise');
    const again = await people.open('learner1', { cmid });
    await again.lookAt('stellingen');
    assert.ok(await again.choice(2, 5).isChecked());
    assert.equal(await again.statement(1).getByRole('textbox').inputValue(), REASON);
});

moodleTest('the move is said aloud once, or the focus goes to the heading', async (people) => {
    const { trainer, enter, start } = await atTheVote(people);
    const anna = await enter('learner1');
    await start(anna);
    await eventually(async () => assert.ok(await isReady(anna)));
    await eventually(async () => assert.ok(await isReady(trainer)));
    // The field that has the focus goes, as on any change of page.
    await anna.answer(1, 4);
    await anna.statement(1).getByRole('textbox').focus();
    await trainer.takeGroupTo(NEXT);
    await notes(trainer).waitFor();
    assert.equal(await focused(trainer), 'll-heading', 'the one who leads went there');
    await anna.at(NEXT);
    await notes(anna).waitFor();
    await eventuallyEqual(() => anna.app.locator('.ll-app > .ll-sr').textContent(),
        english.say('group_moved', english.place(NEXT)));
    assert.notEqual(await focused(anna), 'll-heading');
    // Who goes there oneself, in the first stage too.
    await anna.lookAt('stellingen');
    assert.equal(await focused(anna), 'll-heading');
});

moodleTest('without a network the page waits, says so, and is tried again', async (people) => {
    const { cmid, trainer, start } = await atTheVote(people);
    const page = await people.login('learner2');
    people.expect(/exercise(_bg)?\.(js|wasm)|leerlandschap: |submit_answers/);
    const whole = /exercise(_bg)?\.(js|wasm)/;
    await page.context().route(whole, (route) => route.abort('failed'));
    await page.goto(activityUrl({ ...site, cmid }));
    const ben = await new Participant(page, english, site.users.learner2.name).ready();
    await ben.join();
    await start(ben);
    const release = await holdAnswers(ben);
    await ben.answer(3, 2);
    await trainer.takeGroupTo(NEXT);
    await ben.at(NEXT);
    await ben.sees(english.say('further_failed'));
    // The first stage goes on.
    await ben.lookAt('stellingen');
    assert.ok(await ben.choice(3, 2).isChecked());
    await ben.lookAt(NEXT);
    await ben.sees(english.say('further_failed'));
    await ben.button(english.say('try_again')).click();
    await ben.sees(english.say('further_failed'));

    await page.context().unroute(whole);
    await ben.button(english.say('try_again')).click();
    await notes(ben).waitFor();
    assert.equal(await focused(ben), 'll-heading');
    await ben.lookAt('stellingen');
    assert.ok(await ben.choice(3, 2).isChecked());
    await release();
    await ben.saved();
    await trainer.lookAt('stellingen');
    await trainer.sees(english.say('vote_group', { k: 0, n: 1 }));
});
