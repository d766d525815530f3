// What the steps share.

/** Everybody at the meeting, each once. */
export function everyone({ leader, members }) {
    return [...new Set([leader, ...members])];
}

/** Does the same for everybody at once. */
export function onAll(meeting, what) {
    return Promise.all(everyone(meeting).map(what));
}

/** A text of the format, as somebody reads it. */
export function text(participant, texts) {
    return texts[participant.words.language];
}

/**
 * The points of a scale of the format.
 *
 * @returns {{values: number[], labels: string[], optOut: boolean}} labels as results name them
 */
export function scaleOf(participant, id) {
    const scale = participant.words.exercise.scales[id];
    const optOut = Boolean(scale.opt_out);
    if (scale.points) {
        return { values: scale.points.map(({ value }) => value), labels: scale.points.map(({ label }) => text(participant, label)), optOut };
    }
    const { min, max } = scale.range;
    const values = Array.from({ length: max - min + 1 }, (_, at) => min + at);
    const anchor = (value) => scale.anchors?.find((one) => one.value === value);
    const labels = values.map((value) => (anchor(value) ? `${value} – ${text(participant, anchor(value).label)}` : String(value)));
    return { values, labels, optOut };
}
