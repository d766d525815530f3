// A participant who uses the keyboard alone. Each stop of the focus must be visible.
import assert from 'node:assert/strict';
import { eventually } from './eventually.mjs';

const MOST_STOPS = 150;

export class Keyboard {
    #participant;

    #unseen = new Set();

    /** @param {import('./participant.mjs').Participant} participant */
    constructor(participant) {
        this.#participant = participant;
    }

    get #page() {
        return this.#participant.page;
    }

    press(key) {
        return this.#page.keyboard.press(key);
    }

    type(text) {
        return this.#page.keyboard.type(text);
    }

    /** Whether anything but the page as a whole has the focus. */
    hasFocus() {
        return this.#page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);
    }

    /** What the focus is on: whether it is the one that is looked for, and whether it can be seen. */
    #look(wanted) {
        return wanted.evaluateAll((elements) => {
            const focus = document.activeElement;
            // A radio button lies unseen over its label, which draws the focus in its place.
            const drawn = focus.closest('label.ll-choice') ?? focus;
            const style = getComputedStyle(drawn);
            const box = drawn.getBoundingClientRect();
            const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            return {
                found: elements.includes(focus),
                name: `${focus.tagName} ${focus.type ?? ''} ${focus.className} ${(focus.labels?.[0] ?? focus).textContent.trim().slice(0, 40)}`,
                outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
                inside,
                page: focus === document.body,
                ours: focus.closest('#leerlandschap-app') !== null,
            };
        });
    }

    /** The same, a few frames later where the focus is not drawn yet: outlines fade in, and pages scroll to it. */
    async #lookWhenDrawn(wanted) {
        let look = await this.#look(wanted);
        for (let frames = 0; frames < 20 && !look.page && !(look.outlined && look.inside); frames += 1) {
            await this.#page.evaluate(() => new Promise(requestAnimationFrame));
            look = await this.#look(wanted);
        }
        return look;
    }

    #wanted(role, name) {
        const options = typeof name === 'string' && role !== 'combobox' && role !== 'textbox' ? { name, exact: true } : { name };
        return this.#participant.app.getByRole(role, options);
    }

    /** Moves on until the focus is on this. */
    async tabTo(role, name, { back = false } = {}) {
        const wanted = this.#wanted(role, name);
        await wanted.first().waitFor();
        for (let stops = 0; stops < MOST_STOPS; stops += 1) {
            await this.press(back ? 'Shift+Tab' : 'Tab');
            const look = await this.#lookWhenDrawn(wanted);
            // How the site around it draws the focus is not ours to say.
            if (look.ours && !(look.outlined && look.inside)) {
                this.#unseen.add(`${look.name}${look.outlined ? '' : ', not outlined'}${look.inside ? '' : ', out of sight'}`);
            }
            if (look.found) {
                return;
            }
        }
        assert.fail(`no way to ${role} “${name}” by Tab`);
    }

    /** Goes there, unless the focus is there, and presses it. */
    async choose(role, name, options) {
        if (!(await this.#look(this.#wanted(role, name))).found) {
            await this.tabTo(role, name, options);
        }
        await this.press('Enter');
    }

    /** Waits until the focus is on this. */
    async focusOn(role, name) {
        await eventually(async () => {
            const look = await this.#look(this.#wanted(role, name));
            assert.ok(look.found, `the focus is on ${look.name} instead of ${role} “${name}”`);
        });
    }

    /** Waits until the focus is on what a selector finds. */
    async focusIs(selector, about = selector) {
        await eventually(async () => {
            const look = await this.#look(this.#page.locator(selector));
            assert.ok(look.found, `the focus is on ${look.name} instead of ${about}`);
        });
    }

    /** Waits until the focus is somewhere in what a selector finds. */
    async focusWithin(selector) {
        await eventually(async () => assert.ok(await this.#page.evaluate(
            (within) => document.activeElement.closest(within) !== null, selector), `the focus is within ${selector}`));
    }

    /** Votes with the arrow keys, as among any radio buttons; null is the opt-out, which stands last. */
    async vote(number, point) {
        const radios = this.#participant.statement(number).getByRole('radio');
        await radios.first().waitFor();
        for (let stops = 0; stops < MOST_STOPS && !(await this.#look(radios)).found; stops += 1) {
            await this.press('Tab');
        }
        const target = this.#participant.choice(number, point);
        await this.press('Space');
        for (let step = 0; step < 6 && !(await target.isChecked()); step += 1) {
            await this.press('ArrowDown');
        }
        assert.ok(await target.isChecked(), `statement ${number} has the answer ${point}`);
        assert.ok((await this.#look(target)).found, 'the focus stays on the answer');
    }

    /** @throws {Error} where the focus was somewhere that nobody could see */
    check() {
        assert.deepEqual([...this.#unseen], []);
    }
}
