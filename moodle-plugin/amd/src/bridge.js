// This file is part of Moodle - https://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

/**
 * Lets the app, which is a native module, call Moodle's web services through core/ajax.
 *
 * @module     mod_leerlandschap/bridge
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
define(['core/ajax', 'core/config'], function(Ajax, Config) {

    /** How long a call may take, in milliseconds. */
    const PATIENCE = 20000;

    /** How long the published room may take, in milliseconds. */
    const SHORT_PATIENCE = 8000;

    /** When the session was last kept alive, in milliseconds since 1970; loading the page did it too. */
    let touched = Date.now();

    /**
     * What went wrong, in the two words that the app understands.
     *
     * Without an answer of Moodle's own, core/ajax rejects with a text or an Error.
     *
     * @param {*} reason what core/ajax rejected with
     * @returns {{errorcode: string, message: string}} errorcode is the protocol's, Moodle's, or unavailable
     */
    const refusal = (reason) => ({
        // The codes of this activity are identifiers of strings as well, which begin with error:.
        errorcode: String((reason && reason.errorcode) || 'unavailable').replace(/^error:/, ''),
        message: String((reason && (reason.message || reason.error)) || reason || ''),
    });

    /**
     * Sends one call.
     *
     * With nosessionupdate an expired login rejects; without it core/ajax would leave the page.
     *
     * @param {string} methodname name of the web service function
     * @param {object} args its arguments
     * @returns {Promise<*>} what the function answers; rejects with errorcode and message
     */
    const send = (methodname, args) => new Promise((resolve, reject) => {
        // Of its own, because core/ajax never settles a call that fails after the user began to leave the page.
        const timer = setTimeout(() => reject(refusal(null)), PATIENCE + 1000);
        Ajax.call([{methodname, args}], true, true, true, PATIENCE)[0].then((answer) => {
            clearTimeout(timer);
            return resolve(answer);
        }).catch((reason) => {
            clearTimeout(timer);
            reject(refusal(reason));
        });
    });

    /**
     * Keeps the login of somebody who is at work alive, as loading pages would.
     *
     * The calls of the app do not, and polling must not; so what the user does counts, now and then.
     */
    const keepAlive = () => {
        const interval = Math.max(60, (Config.sessiontimeout || 7200) / 10) * 1000;
        if (Date.now() - touched < interval) {
            return;
        }
        touched = Date.now();
        const url = Config.wwwroot + '/lib/ajax/service.php?sesskey=' + encodeURIComponent(Config.sesskey)
            + '&info=core_session_touch';
        // A failure needs no answer: the next call of the app meets it and tells the user.
        fetch(url, {
            method: 'POST',
            headers: {'Content-Type': 'application/json'},
            body: JSON.stringify([{index: 0, methodname: 'core_session_touch', args: {}}]),
        }).catch(() => null);
    };

    /**
     * Calls a web service function.
     *
     * @param {string} methodname name of the function
     * @param {object} args its arguments
     * @returns {Promise<*>} what the function answers; rejects with errorcode and message
     */
    const call = (methodname, args) => {
        // At the big screen nobody does anything, and yet a room looks at it.
        const shown = args.presenting && document.visibilityState === 'visible';
        if (shown || !/_get_/.test(methodname)) {
            keepAlive();
        }
        return send(methodname, args);
    };

    /**
     * Asks for the published room, past Moodle.
     *
     * @param {{address: string, token: string}} grant what a reply told of the way
     * @param {string} have the revision and stamp that the app has
     * @returns {Promise<object>} status, whether something is due to be published, seconds to wait, and the reply if there is news
     */
    const pulse = ({address, token}, have) => fetch(address, {
        headers: {'X-Leerlandschap-Token': token, 'If-None-Match': '"' + have + '"'},
        cache: 'no-store',
        signal: AbortSignal.timeout && AbortSignal.timeout(SHORT_PATIENCE),
    // Read to the end, whatever it is: browsers count an answer that is left unread as broken off.
    }).then((response) => Promise.all([response, response.text()])).then(([response, text]) => ({
        status: response.status,
        due: response.headers.has('X-Leerlandschap-Due'),
        wait: Number(response.headers.get('Retry-After')) || 0,
        reply: response.status === 200 ? JSON.parse(text) : null,
    }));

    return {
        /** Offers the bridge to the app, whichever of the two is there first. */
        init: () => {
            window.leerlandschapBridge = {call, pulse};
            window.dispatchEvent(new CustomEvent('leerlandschap:bridge'));
        },
    };
});
