// When the documents of a page were left: a document that goes ends its requests, and that is no failure.

/** How much later than the end of a request the browser may tell that its document was left, in milliseconds. */
const TOLD_LATE_MS = 1000;

/** The frame that asked; null where there is none, as with a worker, or not yet, as with a page that opens. */
function frameOf(request) {
    try {
        return request.frame();
    } catch {
        return null;
    }
}

export class Leaving {
    /** When each request began, and when each frame was left, in milliseconds since 1970. */
    #begun = new WeakMap();

    #left = new Map();

    /** @param {import('playwright-core').Page} page watched from its beginning */
    constructor(page) {
        page.on('request', (request) => {
            this.#begun.set(request, Date.now());
            if (request.isNavigationRequest()) {
                this.#leave(frameOf(request));
            }
        });
        // A document that is about to go can still ask for something; it goes when the next one is there.
        page.on('framenavigated', (frame) => this.#leave(frame));
        page.on('framedetached', (frame) => this.#leave(frame));
        page.on('close', () => this.#leave(page.mainFrame()));
    }

    #leave(frame) {
        this.#left.set(frame, [...this.#left.get(frame) ?? [], Date.now()]);
    }

    /**
     * Notes that a request was aborted now.
     *
     * @param {import('playwright-core').Request} request
     * @returns {() => boolean} whether it was because its document was left between its begin and its end. A download
     *     too ends the navigation that asked for it.
     */
    judge(request) {
        const [begun, ended] = [this.#begun.get(request) ?? 0, Date.now()];
        if (request.isNavigationRequest()) {
            return () => true;
        }
        const frames = [];
        for (let frame = frameOf(request); frame; frame = frame.parentFrame()) {
            frames.push(frame);
        }
        return () => frames.some((frame) => (this.#left.get(frame) ?? [])
            .some((time) => begun <= time && time <= ended + TOLD_LATE_MS));
    }
}
