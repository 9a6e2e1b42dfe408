export const id = 264;
export const ids = [264];
export const modules = {

/***/ 6264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPage: () => (/* binding */ readPage)
/* harmony export */ });
/* harmony import */ var htmlparser2__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7868);

const KINDS = {
    stylesheet: 'style',
    modulepreload: 'script',
    preload: 'other',
    icon: 'other',
    'apple-touch-icon': 'other',
    manifest: 'other'
};
/** Scripts and links of a page, each once, as whole URLs. */
function readPage(html, pageUrl) {
    const found = new Map();
    let base = pageUrl;
    const parser = new htmlparser2__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .i({
        onopentag(name, attributes) {
            const { href = '' } = attributes;
            if (name === 'base')
                base = URL.canParse(href, pageUrl) ? new URL(href, pageUrl).href : base;
            const reference = referenceOf(name, attributes, base);
            if (reference !== undefined && !found.has(reference.url))
                found.set(reference.url, reference);
        }
    });
    parser.end(html);
    return [...found.values()];
}
function referenceOf(name, attributes, base) {
    const kind = name === 'script' ? 'script' : name === 'link' ? kindOf(attributes) : undefined;
    const text = name === 'script' ? attributes['src'] : attributes['href'];
    if (kind === undefined || text === undefined || !URL.canParse(text, base))
        return undefined;
    const url = new URL(text, base);
    url.hash = '';
    return /^https?:$/.test(url.protocol) ? { url: url.href, kind } : undefined;
}
function kindOf({ rel = '', as = '' }) {
    const kinds = rel
        .toLowerCase()
        .split(/\s+/)
        .map((one) => KINDS[one]);
    const kind = kinds.find((one) => one !== undefined);
    return kind === undefined ? undefined : (PRELOADED[as] ?? kind);
}
const PRELOADED = { script: 'script', style: 'style' };


/***/ })

};
