// The contrast of two colours on a page, as WCAG 2.2 defines it.

/**
 * @param {import('playwright-core').Page} page
 * @param {string} selector of an element; the first one counts
 * @param {string} property of its style: the colour to compare with its background
 * @returns {Promise<number>} from 1 to 21
 */
export function contrast(page, selector, property = 'color') {
    return page.locator(selector).first().evaluate((element, name) => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
        // Painting turns any notation of a colour into bytes of sRGB; what lies below shines through.
        const paint = (colour) => {
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
        };
        const luminance = () => {
            const linear = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((byte) => byte / 255)
                .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
        };
        const behind = [];
        for (let at = element; at; at = at.parentElement) {
            behind.unshift(getComputedStyle(at).backgroundColor);
        }
        ['#fff', ...behind].forEach(paint);
        const ground = luminance();
        paint(getComputedStyle(element)[name]);
        const [dark, light] = [ground, luminance()].sort((one, other) => one - other);
        return (light + 0.05) / (dark + 0.05);
    }, property);
}
