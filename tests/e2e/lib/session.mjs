// Somebody who takes part in Moodle without a browser: logged in with a session of their own, with what the activity's
// page embeds and the web services that the app calls from it.
import assert from 'node:assert/strict';
import { request } from 'playwright-core';
import { Heard } from './heard.mjs';
import { activityUrl, signIn } from './moodle.mjs';

export class Session {
    #request;

    #sesskey;

    #site;

    #data;

    heard = new Heard();

    /** @param {object} site with the activity's cmid */
    static async open(site, username) {
        const session = new Session();
        session.#site = site;
        session.#request = await request.newContext();
        await signIn(session.#request, site, username);
        const page = await (await session.#request.get(activityUrl(site))).text();
        session.heard.add(page);
        [, session.#sesskey] = page.match(/"sesskey":"(\w+)"/);
        session.#data = JSON.parse(page.match(/id="leerlandschap-data">(.*?)<\/script>/s)[1]);
        return session;
    }

    get meeting() {
        return this.#data.reply.room.meeting;
    }

    /**
     * Calls a web service, for the meeting of the page where nothing else is said.
     *
     * @param {string} method without the plugin's name
     * @returns {Promise<{answer?: object, refusal?: {errorcode: string}}>}
     */
    async call(method, values) {
        const { cmid, groupid } = this.#data;
        const meeting = method === 'get_meeting' ? {} : { meeting: this.meeting };
        const [name, args] = [`mod_leerlandschap_${method}`, { cmid, groupid, since: 0, ...meeting, ...values }];
        const response = await this.#request.post(`${this.#site.url}/lib/ajax/service.php?sesskey=${this.#sesskey}&info=${name}`, {
            data: [{ index: 0, methodname: name, args }],
        });
        const text = await response.text();
        this.heard.add(text);
        const [{ error, data, exception }] = JSON.parse(text);
        return error ? { refusal: { ...exception, errorcode: exception.errorcode.replace(/^error:/, '') } } : { answer: data };
    }

    /** A call that must be taken. @returns {Promise<object>} a Reply */
    async done(method, values) {
        const { answer, refusal } = await this.call(method, values);
        assert.equal(refusal, undefined, `${method}: ${JSON.stringify(refusal)}`);
        return answer;
    }

    close() {
        return this.#request.dispose();
    }
}
