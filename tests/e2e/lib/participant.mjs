// One person at the app, on any page that runs it: what they do and what they see, by the names on the screen.
import assert from 'node:assert/strict';
import { eventually } from './eventually.mjs';

export class Participant {
    /**
     * @param {import('playwright-core').Page} page
     * @param {import('./words.mjs').Words} words
     * @param {string} name as the others see it
     */
    constructor(page, words, name) {
        this.page = page;
        this.words = words;
        this.name = name;
        this.app = page.locator('#leerlandschap-app');
    }

    say(...what) {
        return this.words.say(...what);
    }

    button(name, within = this.app) {
        return within.getByRole('button', { name, exact: true });
    }

    /** A text to be seen; what is only said to screen readers may be the same for a while. */
    text(text, within = this.app) {
        return within.getByText(text, { exact: true }).and(this.page.locator(':not(.ll-sr[role=status])'));
    }

    /** Waits until the app runs. */
    async ready() {
        await this.app.and(this.page.locator('[data-state=running]')).waitFor();
        await this.app.locator('#ll-heading').waitFor();
        return this;
    }

    /** Joins; only the standalone page asks for a name. */
    async join() {
        const field = this.app.getByLabel(this.say('your_name'));
        if (await field.count() > 0) {
            await field.fill(this.name);
        }
        await this.button(this.say('join')).click();
        await this.gone(this.app.locator('.ll-join'));
        await this.saved();
    }

    /** Waits until everything is stored. */
    async saved() {
        await this.app.locator('.ll-saved').getByText(this.say('saved'), { exact: true }).waitFor();
    }

    /** Waits until the page of a place is shown. */
    async at(place) {
        const heading = this.words.place(place);
        await this.app.locator('#ll-heading').filter({ hasText: heading }).waitFor();
    }

    /** Starts the exercise for the group. */
    async startGroup() {
        await this.button(this.say('start_group')).click();
    }

    /**
     * Presses a button of the one who leads; in a narrow window some stand behind "More".
     *
     * @param {...string} names the first of these that there is
     */
    async lead(...names) {
        const panel = this.app.getByRole('region', { name: this.say('lead_label') });
        const [more, less] = ['lead_more', 'lead_less'].map((key) => this.button(this.say(key), panel));
        // Whichever way it is there, it is now: leading waits for the answer to the command before.
        await more.or(less).waitFor();
        const shown = async () => {
            for (const name of names) {
                const button = this.button(name, panel).first();
                if (await button.isVisible()) {
                    return button;
                }
            }
            return null;
        };
        const button = await shown();
        if (button) {
            await button.click();
            return;
        }
        await more.click();
        await eventually(async () => (await shown() ?? assert.fail(`no button ${names}`)).click());
        // A question that opened has to be answered first.
        if (await this.app.locator('dialog[open]').count() === 0) {
            await this.fold();
        }
    }

    /** Folds what the one who leads has open: in a low window it lies over the page. */
    async fold() {
        const less = this.button(this.say('lead_less'));
        // It is gone by itself where the whole app takes over from the first stage.
        await eventually(async () => {
            if (await less.isVisible()) {
                await less.click({ timeout: 2000 });
            }
        });
    }

    /**
     * Waits until the list of the one who leads says of everybody whether they have answered, in words.
     *
     * @param {Participant[]} done those who have
     * @param {Participant[]} missing those who have not
     */
    async seesWhoAnswered(done, missing) {
        const panel = this.app.getByRole('region', { name: this.say('lead_label') });
        await this.button(this.say('lead_more'), panel).click();
        const names = (people) => people.map(({ name }) => name).sort();
        const said = async (key) => {
            const items = panel.getByRole('listitem').filter({ has: this.page.getByText(this.say(key), { exact: true }) });
            return (await this.list(items)).map((item) => names([...done, ...missing]).find((name) => item.includes(name))).sort();
        };
        await eventually(async () => {
            assert.deepEqual(await said('state_done'), names(done), 'done');
            assert.deepEqual(await said('who_not_yet'), names(missing), 'not yet');
            const [before] = this.say('who_missing', '…').split('…');
            const line = panel.getByText(missing.length > 0 ? before : this.say('who_all'));
            const text = (await line.innerText()).slice(missing.length > 0 ? before.length : 0);
            assert.deepEqual(missing.length > 0 ? text.split(', ').sort() : [], names(missing), 'by name');
        });
        await this.fold();
    }

    /** Takes the group on to a place, which must be the next or the one after it. */
    async takeGroupTo(place) {
        const name = this.words.place(place);
        await this.lead(this.say('go_to', name), this.say('skip_to', name));
        await this.at(place);
    }

    /** Looks at a place that the group has been at. */
    async lookAt(place) {
        const name = place === '@start' ? this.say('place_start') : this.words.place(place);
        await this.app.getByRole('navigation', { name: this.say('nav_label') }).getByTitle(name, { exact: true }).click();
        await this.at(place);
    }

    /** A dialog's answer; the dialog is named by its title. */
    async confirm(title, yes) {
        const dialog = this.app.getByRole('dialog', { name: title });
        await this.button(yes, dialog).click();
        await dialog.waitFor({ state: 'hidden' });
        await this.fold();
    }

    /** A statement to vote on, by its number. */
    statement(number) {
        return this.app.locator('fieldset.ll-statement').filter({ hasText: this.words.statements[number - 1].text });
    }

    /** The radio button of a point (1 for the lowest) or, with null, of the opt-out. */
    choice(number, point) {
        const label = point === null ? this.words.optOut : this.words.scale[point - 1];
        return this.statement(number).getByRole('radio', { name: label, exact: true });
    }

    async answer(number, point) {
        await this.choice(number, point).check();
    }

    async giveReason(number, reason) {
        const field = this.statement(number).getByRole('textbox');
        await field.fill(reason);
        await field.blur();
    }

    /** "k of N answered everything", as the voters read it. */
    async sees(text) {
        await this.app.getByText(text, { exact: true }).first().waitFor();
    }

    /** Shows the results; asks first while somebody still answers. */
    async reveal({ early = false } = {}) {
        await this.lead(this.say('reveal'));
        if (early) {
            await this.confirm(this.say('reveal_title'), this.say('reveal'));
        }
    }

    /** The results on the page, without counted hands, in their order: what a reader takes from each card. */
    async results() {
        // In one go: a card may be gone while the next is looked at.
        const hands = this.page.getByText(this.say('hands_tag'), { exact: true });
        const cards = await this.app.getByRole('article').filter({ hasNot: hands }).evaluateAll((articles) => articles.map((article) => ({
            text: article.innerText.replace(/\s+/g, ' '),
            bars: [...article.querySelectorAll('[role=img]')].map((bar) => bar.getAttribute('aria-label')),
        })));
        const number = (text) => 1 + this.words.statements.findIndex((statement) => text.includes(statement.text));
        return cards.map((card) => ({ statement: number(card.text), ...card }));
    }

    /** A bar's text alternative for these counts. */
    bar(counts, optOuts) {
        const points = this.words.scale.map((label, at) => `${label}: ${counts[at]}. `).join('');
        return points + this.words.count('opt_outs', optOuts);
    }

    /**
     * Waits for the results and compares them with what was voted.
     *
     * @param {object[]} expected in the order of the page: statement, class (a key of the words), agreement,
     *     counts, optOuts, answered, present; suppressed instead of the numbers where too few answered
     */
    async seesResults(expected) {
        await eventually(async () => {
            const cards = await this.results();
            assert.deepEqual(cards.map(({ statement }) => statement), expected.map(({ statement }) => statement), 'order');
            cards.forEach((card, at) => this.#checkResult(card, expected[at]));
        });
    }

    #checkResult(card, want) {
        const facts = [
            this.say(want.class),
            this.say('answered_of', { k: want.answered, n: want.present }),
            ...want.suppressed ? [] : [this.say('agreement', want.agreement)],
            ...want.also ?? [],
        ];
        for (const fact of facts) {
            assert.ok(card.text.includes(fact), `statement ${want.statement} says “${fact}”: ${card.text}`);
        }
        const bars = want.suppressed ? [] : [this.bar(want.counts, want.optOuts)];
        assert.deepEqual(card.bars.slice(0, 1), bars, `the bar of statement ${want.statement}`);
    }

    /** The texts of all that a locator finds, at one moment. */
    async list(locator) {
        return locator.evaluateAll((elements) => elements.map((element) => element.innerText));
    }

    /** Waits until a page shows none of these. */
    async gone(locator) {
        await eventually(async () => assert.equal(await locator.count(), 0));
    }
}
