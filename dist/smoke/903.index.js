export const id = 903;
export const ids = [903];
export const modules = {

/***/ 1903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJunit: () => (/* binding */ renderJunit)
/* harmony export */ });
/* harmony import */ var fast_xml_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _lib_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3806);


/** The findings as JUnit: a suite a URL, a case a check and address. */
function renderJunit(walked) {
    const builder = new fast_xml_parser__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A({
        ignoreAttributes: false,
        attributeNamePrefix: '@',
        format: true,
        suppressEmptyNode: true
    });
    const all = walked.flatMap(({ findings }) => findings);
    const text = builder.build({
        '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
        testsuites: {
            '@name': 'smoke',
            ...counts(all),
            testsuite: walked.map(({ url, findings }) => ({
                '@name': url,
                ...counts(findings),
                testcase: findings.map((finding) => toCase(finding))
            }))
        }
    });
    return text;
}
const count = (findings, wanted) => findings.filter(({ state }) => state === wanted).length;
const counts = (findings) => ({
    '@tests': findings.length,
    '@failures': count(findings, 'failed'),
    '@skipped': count(findings, 'skipped')
});
function toCase({ layer, check, address, state, sentence, next }) {
    const words = (0,_lib_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(sentence);
    return {
        '@classname': `smoke.${layer}`,
        '@name': (0,_lib_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(address === undefined ? check : `${check} at ${address}`),
        ...(state === 'failed' ? { failure: { '@type': layer, '@message': words, '#text': next ?? '' } } : {}),
        ...(state === 'skipped' ? { skipped: { '@message': words } } : {}),
        ...(state === 'warned' ? { 'system-out': words } : {})
    };
}


/***/ })

};
