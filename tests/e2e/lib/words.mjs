// The words of the interface and of the exercise as built, so that a test names what a user reads.
import { readFile } from 'node:fs/promises';

const site = new URL('../../../build/site/', import.meta.url);
const json = async (name) => JSON.parse(await readFile(new URL(name, site), 'utf8'));

/** The exercise and the interface in one language. */
export class Words {
    #strings;

    /** @param {string} [scaleId] which scale the statements have, where it is not the exercise's own */
    constructor(language, strings, exercise, scaleId) {
        this.language = language;
        this.#strings = strings;
        this.exercise = exercise;
        const [block] = exercise.steps.filter((step) => step.block === 'statements');
        /** The statements, in the order of the exercise; none where it has no step with statements. */
        this.statements = block?.items.map((item) => ({ id: item.id, text: item.text[language] })) ?? [];
        const scale = exercise.scales[scaleId ?? block?.settings.scale];
        /** The labels of the answers, from the lowest. */
        this.scale = scale?.points.map((point) => point.label[language]);
        this.optOut = scale?.opt_out.label[language];
        this.title = exercise.title[language];
    }

    /** The same words where an activity has chosen another scale. */
    scaled(scaleId) {
        return new Words(this.language, this.#strings, this.exercise, scaleId);
    }

    /**
     * A text of the interface.
     *
     * @param {string} key without `app:`
     * @param {string|number|object} values what fills its placeholders
     */
    say(key, values = {}) {
        const text = this.#strings[`app:${key}`];
        if (text === undefined) {
            throw new Error(`no string app:${key} in ${this.language}`);
        }
        const fill = typeof values === 'object' ? values : null;
        return text.replace(/\{\$a(?:->(\w+))?\}/g, (_, name) => String(name ? fill[name] : values));
    }

    /** The message of a refusal or notice, by its code. */
    refusal(code) {
        const text = this.#strings[`error:${code}`];
        if (text === undefined) {
            throw new Error(`no string error:${code} in ${this.language}`);
        }
        return text;
    }

    /** A text that depends on a number. */
    count(key, number) {
        return this.say(`${key}_${number === 1 ? 'one' : 'other'}`, number);
    }

    /** A step as it stands in the exercise. */
    step(id) {
        const step = this.exercise.steps.find((candidate) => candidate.id === id);
        return { ...step, title: step.title[this.language] };
    }

    /** What a place is called. */
    place(id) {
        return { '@start': this.title, '@closing': this.say('place_closing') }[id] ?? this.step(id).title;
    }
}

/**
 * @param {string} language
 * @param {string} format the identity of the exercise
 * @returns {Promise<Words>}
 */
export async function words(language, format = 'leerlandschap') {
    return new Words(language, await json(`lang/${language}.json`), await json(`formats/${format}.json`));
}
