export const id = 900;
export const ids = [900];
export const modules = {

/***/ 1900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseCopy: () => (/* binding */ parseCopy),
/* harmony export */   parseFailure: () => (/* binding */ parseFailure),
/* harmony export */   parseListing: () => (/* binding */ parseListing)
/* harmony export */ });
/* harmony import */ var fast_xml_parser__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7643);
/* harmony import */ var _s3_transport_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5309);


const parser = new fast_xml_parser__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A({ parseTagValue: false, isArray: (name) => name === 'Contents' });
/** A page of ListObjectsV2 with `encoding-type=url`. */
function parseListing(xml) {
    const { ListBucketResult: found } = parser.parse(xml);
    const objects = (found?.Contents ?? []).map(({ Key, ETag, Size }) => ({
        key: decodeURIComponent(Key.replaceAll('+', ' ')),
        etag: (0,_s3_transport_js__WEBPACK_IMPORTED_MODULE_0__/* .unquote */ ._n)(ETag),
        size: Number(Size)
    }));
    const next = found?.IsTruncated === 'true' ? found.NextContinuationToken : undefined;
    return { objects, ...(next === undefined ? {} : { next }) };
}
/** What CopyObject answers: the copy's ETag, or undefined when it holds an error, which S3 sends with status 200, too. */
function parseCopy(xml) {
    const { CopyObjectResult: found } = parser.parse(xml);
    return found?.ETag === undefined ? undefined : (0,_s3_transport_js__WEBPACK_IMPORTED_MODULE_0__/* .unquote */ ._n)(found.ETag);
}
/** An error document; empty without one. */
function parseFailure(xml) {
    try {
        const { Error: found } = parser.parse(xml);
        return found ?? {};
    }
    catch {
        return {};
    }
}


/***/ })

};
