// A course designer at the editor, by what they see.
import { readFile } from 'node:fs/promises';
import { eventually } from './eventually.mjs';
import assert from 'node:assert/strict';

const lang = new URL('../../../static/lang/', import.meta.url);

export class Designer {
    #strings;

    #language;

    /** @param {import('playwright-core').Page} page */
    constructor(page, language) {
        this.page = page;
        this.#language = language;
        this.app = page.locator('#leerlandschap-app');
    }

    /** The editor of a standalone page. */
    static async open(context, site, language) {
        const page = await context.newPage();
        await page.goto(`${site.url}edit.html`);
        return new Designer(page, language).ready();
    }

    async ready() {
        this.#strings ??= JSON.parse(await readFile(new URL(`edit-${this.#language}.json`, lang), 'utf8'));
        await this.app.locator('.ll-ed').waitFor();
        return this;
    }

    /** A text of the editor, by its identifier without edit:. */
    say(key, value = '') {
        const text = this.#strings[`edit:${key}`];
        assert.ok(text, `no string edit:${key}`);
        return text.replace('{$a}', value);
    }

    button(key) {
        return this.app.getByRole('button', { name: this.say(key), exact: true });
    }

    /** The field of a place in the exercise: a JSON pointer. */
    field(at) {
        return this.page.locator(`[id="ed${at}"]`);
    }

    /** Writes a text in each of these languages; where there is no room for two side by side, in one after another. */
    async write(at, texts) {
        for (const [code, text] of Object.entries(texts)) {
            const field = this.field(`${at}/${code}`);
            if (!await field.isVisible()) {
                await this.app.getByRole('group', { name: this.say('write_in') }).getByRole('button', { name: code, exact: true }).click();
            }
            await field.fill(text);
        }
    }

    /** Downloads the exercise, and returns its text. */
    async exported() {
        await this.more();
        const [download] = await Promise.all([this.page.waitForEvent('download'), this.button('export').click()]);
        return readFile(await download.path(), 'utf8');
    }

    /** Brings a file. */
    async bring(text) {
        await this.page.locator('input[type=file]').setInputFiles({
            name: 'exercise.json', mimeType: 'application/json', buffer: Buffer.from(text),
        });
    }

    /** A question that has to be answered, by its title. */
    dialog(key) {
        return this.page.getByRole('dialog', { name: this.say(key) });
    }

    /** Answers it. */
    async answer(title, key) {
        const dialog = this.dialog(title);
        await dialog.getByRole('button', { name: this.say(key), exact: true }).click();
        await dialog.waitFor({ state: 'detached' });
    }

    /** What a dialog tells of a file or a save: code and place of each remark, sorted. */
    async remarks(title) {
        const dialog = this.dialog(title);
        await dialog.waitFor();
        const found = await dialog.locator('.ll-ed-remarks li').evaluateAll((entries) => entries.map((entry) => (
            [entry.querySelector('strong').innerText, entry.querySelector('code').innerText])));
        return found.sort();
    }

    async save(state = 'saved') {
        await this.button('save').click();
        await this.saving(state);
    }

    /** Opens a step. */
    async step(id) {
        await this.page.locator(`[id="step-${id}"]`).click();
        await eventually(async () => assert.equal(await this.page.locator(`[id="step-${id}"]`).getAttribute('aria-current'), 'true'));
    }

    /** Opens the entry of this number. */
    async entry(number) {
        await this.page.locator('.ll-ed-row__open').nth(number - 1).click();
    }

    async more() {
        const more = this.page.locator('#ed-more');
        if (await more.getAttribute('aria-expanded') !== 'true') {
            await more.click();
        }
    }

    /** How saving stands. */
    state() {
        return this.page.locator('.ll-ed-saving').innerText();
    }

    saving(key) {
        return eventually(async () => assert.equal(await this.state(), this.say(key)));
    }

    /** The identity of what has the focus. */
    focused() {
        return this.page.evaluate(() => document.activeElement?.id);
    }

    spoken() {
        return this.page.locator('#ed-spoken').innerText();
    }
}
