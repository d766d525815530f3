// The words of the interface and of the exercise as built, so that a test names what a user reads.
import { readFile } from 'node:fs/promises';

const site = new URL('../../../build/site/', import.meta.url);
const json = async (name) => JSON.parse(await readFile(new URL(name, site), 'utf8'));

/** The exercise and the interface in one language. */
export class Words {
    #strings;

    constructor(language, strings, exercise) {
        this.language = language;
        this.#strings = strings;
        this.exercise = exercise;
        const [block] = exercise.steps.filter((step) => step.block === 'statements');
        /** The statements, in the order of the exercise. */
        this.statements = block.items.map((item) => ({ id: item.id, text: item.text[language] }));
        const scale = exercise.scales[block.settings.scale];
        /** The labels of the answers, from the lowest. */
        this.scale = scale.points.map((point) => point.label[language]);
        this.optOut = scale.opt_out.label[language];
        this.title = exercise.title[language];
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

    /** A text that depends on a number. */
    count(key, number) {
        return this.say(`${key}_${number === 1 ? 'one' : 'other'}`, number);
    }

    /** The message of a refusal or notice. */
    refusal(code) {
        return this.#strings[`error:${code}`];
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

/** @returns {Promise<Words>} */
export async function words(language) {
    return new Words(language, await json(`lang/${language}.json`), await json('formats/leerlandschap.json'));
}
