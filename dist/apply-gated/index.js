import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 1271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ addVerdict),
/* harmony export */   g: () => (/* binding */ renderVerdict)
/* harmony export */ });
/* harmony import */ var _lib_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2859);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7365);
/* harmony import */ var _stack_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1874);



const BEGIN = '<!-- caliber:applies -->';
const END = '<!-- /caliber:applies -->';
/** GitHub takes no longer comment, in characters. */
const LIMIT = 65_536;
/** The line that tells the pull request how its plan ended. */
function renderVerdict(inputs, delivery, run) {
    const page = `[run ${run.id}](${run.url})`;
    const approvers = (delivery.attestation?.approvedBy ?? []).map(_lib_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS).join(', ');
    const by = approvers === '' ? '' : `, approved by ${approvers}`;
    return `- ${(0,_lib_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(inputs.stack)} → ${(0,_lib_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(inputs.environment)}: ${verdict(delivery)} in ${page}${by}`;
}
function verdict({ outcome }) {
    switch (outcome.kind) {
        case 'applied':
            return `✅ applied (${(0,_stack_js__WEBPACK_IMPORTED_MODULE_1__/* .countChanges */ .xS)(outcome.changes)})`;
        case 'already-applied':
            return '☑️ already applied';
        case 'refused':
            return `⛔ not applied (\`${(0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A)(outcome)}\`)`;
        case 'failed':
            return `❌ failed part-way${outcome.left === undefined ? '' : `, ${outcome.left.length} left`}`;
        case 'error':
            return '❌ not applied';
        case 'cancelled':
            return '⏹️ cancelled';
    }
}
/**
 * The comment with one line for each stack in a section of its own; a stack's earlier line is replaced. Where both do not
 * fit, it is the plan that is cut: what happened must be told.
 */
function addVerdict(body, stack, line) {
    const own = ` <!-- ${stack} -->`;
    const { before, lines, after } = split(body);
    const others = lines.filter((one) => one !== '' && !one.endsWith(own));
    const section = [BEGIN, '### Applied', '', ...others, `${line}${own}`, END, after].join('\n').trimEnd();
    return `${(0,_lib_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cutMarkdown */ .G$)(before.trimEnd(), LIMIT - section.length - 2)}\n\n${section}`;
}
function split(body) {
    const text = body.replaceAll('\r\n', '\n');
    const start = text.indexOf(`\n${BEGIN}\n`);
    const end = text.indexOf(`\n${END}`, start + 1);
    if (start === -1 || end === -1)
        return { before: text, lines: [], after: '' };
    const inside = text.slice(start + BEGIN.length + 2, end).split('\n');
    return {
        before: text.slice(0, start),
        lines: inside.filter((one) => one.startsWith('- ')),
        after: text.slice(end + END.length + 1).trimStart()
    };
}


/***/ }),

/***/ 1432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ deliver)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
// EXTERNAL MODULE: ./lib/github/branch-rules.js
var branch_rules = __nccwpck_require__(5882);
;// CONCATENATED MODULE: ./lib/github/gate.js

/** Judges from inside the job whether somebody other than its author let it run; the attestation says who. */
function attestReview({ gate, context, facts }) {
    const { environment } = facts;
    if (environment === undefined)
        return missing(gate);
    const unprotected = findUnprotected(environment, gate, context);
    if (unprotected !== undefined)
        return unprotected;
    const branchRule = (0,branch_rules/* nameBranchRule */.YL)(environment, context.ref, facts.isBranchProtected);
    if (branchRule === undefined)
        return wrongRef(environment, context.ref);
    const approvals = approvalsOf(facts.approvals, gate.environment);
    const counted = countApprovals(approvals, { gate, context, facts });
    if ('kind' in counted)
        return counted;
    return {
        gate: 'environment',
        environment: environment.name,
        reviewers: environment.reviewers,
        branchRule,
        canAdminsBypass: environment.canAdminsBypass,
        approvedBy: distinct(counted.map(({ user }) => user)),
        isAmbiguous: context.runAttempt > 1 || distinct(approvals.map(({ user }) => user)).length > 1,
        words: counted.map(({ comment }) => comment)
    };
}
/** Tells the two results of a gate apart. */
const isRefusal = (value) => 'kind' in value;
/** The reviews that count: of people who have no hand in the change, and of what is about to happen. */
function countApprovals(approvals, { gate, context, facts }) {
    if (approvals.length === 0)
        return notApproved(gate.environment, context.runId);
    const interested = gate.allowSelfApproval ? [] : interestedPeople(context, facts);
    const others = approvals.filter(({ user }) => !interested.includes(user.toLowerCase()));
    if (others.length === 0)
        return selfApproved(approvals, context);
    const { renewed } = gate;
    // One review opens one attempt's gate. Where all of them count, that of this attempt does, whichever it is.
    if (renewed === undefined || others.length === approvals.length)
        return others;
    const named = others.filter(({ comment }) => names(comment, renewed.digest));
    return named.length > 0 ? named : unattributed(others, renewed);
}
function findUnprotected(environment, { instead }, { repository, ref }) {
    if (environment.reviewers.length === 0) {
        const elsewhere = instead === undefined ? '' : `: there, ${instead}`;
        const plan = repository.private
            ? ` Private repositories have required reviewers on GitHub Enterprise only${elsewhere}.`
            : '';
        return refuse('unprotected-environment', `Environment '${environment.name}' has no required reviewers, so nobody had to approve this job. Add them in the repository's settings under Environments.${plan}`);
    }
    if (environment.branchRule.kind !== 'any')
        return undefined;
    return refuse('unprotected-environment', `Environment '${environment.name}' takes deployments from every branch. Limit it to protected branches or name ${ref} in its deployment branches.`);
}
const missing = ({ environment, instead }) => refuse('unprotected-environment', `Environment '${environment}' does not exist, or the repository's plan has no environments. Create it with required reviewers and a branch rule${instead === undefined ? '' : `, or ${instead}`}.`);
const wrongRef = (environment, ref) => refuse('wrong-ref', `The branch rule of environment '${environment.name}' does not name ${ref}. Run this from a branch that it names, or change the rule.`);
const notApproved = (environment, runId) => refuse('not-approved', `No review of run ${runId} approved environment '${environment}': the job does not name it under 'environment:', or an administrator bypassed the review. Let a reviewer approve a new run.`);
function selfApproved(approvals, context) {
    const people = distinct(approvals.map(({ user }) => user)).join(', ');
    const whose = context.runAttempt > 1 ? 'wrote, started or re-ran' : 'wrote or started';
    return refuse('self-approved', `Only ${people} approved, who ${whose} this change. Let another reviewer approve, or set allow-self-approval: true where one person owns both.`);
}
function unattributed(others, { attempt, digest }) {
    const people = distinct(others.map(({ user }) => user)).join(', ');
    return refuse('not-approved', `The plan was made anew in attempt ${attempt}, and somebody who has a hand in the change approved this run, too: GitHub does not tell whether ${people} approved this plan or one before. Re-run the failed job, and let another reviewer write 'approve ${digest.slice(0, 8)}' in the approval comment.`);
}
/** True when somebody wrote the beginning of the digest, at least its first eight digits. */
const names = (words, digest) => (words.toLowerCase().match(/\b[0-9a-f]{8,64}\b/g) ?? []).some((typed) => digest.startsWith(typed));
const approvalsOf = (approvals, environment) => approvals.filter(({ state, environments }) => state === 'approved' && environments.some((name) => name.toLowerCase() === environment.toLowerCase()));
/**
 * A review carries no attempt: on a re-run everybody who had a hand in any attempt is left out. So are the commit's
 * authors where no pull request tells whose change it is.
 */
function interestedPeople({ actor, triggeringActor, runAttempt }, facts) {
    const { commitAuthors, pullRequestAuthor } = facts;
    const authors = runAttempt > 1 || pullRequestAuthor === undefined ? commitAuthors : [];
    const people = [actor, triggeringActor, pullRequestAuthor ?? '', ...authors];
    return people.filter((login) => login !== '').map((login) => login.toLowerCase());
}
const distinct = (items) => [...new Set(items)];
const refuse = (reason, sentence) => ({ kind: 'refused', reason, sentence });

// EXTERNAL MODULE: ./lib/github/gate-facts.js + 1 modules
var gate_facts = __nccwpck_require__(625);
// EXTERNAL MODULE: ./lib/github/zip.js + 2 modules
var zip = __nccwpck_require__(5347);
// EXTERNAL MODULE: ./lib/seal.js
var seal = __nccwpck_require__(1551);
// EXTERNAL MODULE: ./lib/terraform/arguments.js
var terraform_arguments = __nccwpck_require__(6315);
// EXTERNAL MODULE: ./lib/terraform/digest.js + 1 modules
var digest = __nccwpck_require__(7662);
// EXTERNAL MODULE: ./lib/terraform/lock.js
var terraform_lock = __nccwpck_require__(5772);
;// CONCATENATED MODULE: ./lib/terraform/plan-shape.js
const isText = (value) => typeof value === 'string';
const isFlag = (value) => typeof value === 'boolean';
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (check) => (value) => Array.isArray(value) && value.every(check);
const mapOf = (check) => (value) => isRecord(value) && Object.values(value).every(check);
const maybe = (check) => (value) => value === undefined || check(value);
function objectOf(members) {
    const checks = Object.entries(members);
    return (value) => isRecord(value) && checks.every(([name, check]) => check(value[name]));
}
const isPath = listOf((step) => typeof step === 'string' || typeof step === 'number');
/** Values and the maps beside them may be any JSON: they are walked, never trusted. */
const isChange = objectOf({
    actions: listOf(isText),
    replace_paths: maybe(listOf(isPath)),
    importing: maybe(objectOf({ id: maybe(isText), unknown: maybe(isFlag) })),
    generated_config: maybe(isText)
});
const isResourceChange = objectOf({
    address: isText,
    type: isText,
    change: isChange,
    previous_address: maybe(isText),
    module_address: maybe(isText),
    deposed: maybe(isText),
    action_reason: maybe(isText)
});
const isInvocation = objectOf({
    address: isText,
    type: maybe(isText),
    lifecycle_action_trigger: maybe(objectOf({
        triggering_resource_address: maybe(isText),
        action_trigger_event: maybe(isText)
    }))
});
const isDisplayed = objectOf({ to_display: maybe(isText), kind: maybe(isText) });
const isCheck = objectOf({
    address: isDisplayed,
    status: isText,
    instances: maybe(listOf(objectOf({
        address: isDisplayed,
        status: isText,
        problems: maybe(listOf(objectOf({ message: isText })))
    })))
});
const isDeclaration = objectOf({ sensitive: maybe(isFlag), ephemeral: maybe(isFlag) });
const MEMBERS = {
    terraform_version: isText,
    planned_values: isRecord,
    variables: mapOf(isRecord),
    resource_changes: listOf(isResourceChange),
    resource_drift: listOf(isResourceChange),
    relevant_attributes: listOf(objectOf({ resource: isText, attribute: isPath })),
    output_changes: mapOf(isChange),
    deferred_changes: listOf(objectOf({ reason: maybe(isText), resource_change: isResourceChange })),
    action_invocations: listOf(isInvocation),
    deferred_action_invocations: listOf(objectOf({ reason: maybe(isText), action_invocation: isInvocation })),
    checks: listOf(isCheck),
    configuration: objectOf({ root_module: maybe(objectOf({ variables: maybe(mapOf(isDeclaration)) })) })
};
/** The first member of a plan's JSON that has not the shape Terraform gives it; undefined when all have. */
function misshapenMember(plan) {
    return Object.keys(MEMBERS).find((name) => plan[name] !== undefined && MEMBERS[name]?.(plan[name]) !== true);
}

// EXTERNAL MODULE: ./lib/terraform/secret-shapes.js
var secret_shapes = __nccwpck_require__(214);
;// CONCATENATED MODULE: ./lib/terraform/plan-model.js



/** The plan in `text`, or one sentence on why it is none; `name` says in that sentence where the text is from. */
function parsePlanJson(text, name) {
    const refuse = (why) => {
        throw new errors/* UserError */.y(`${name} is no plan: ${why}. Pass the whole output of 'terraform show -json <plan file>'.`);
    };
    const document = text.replace(/^\uFEFF/, '').trim();
    const fault = faultOfText(document);
    if (fault !== undefined)
        return refuse(fault);
    let value;
    try {
        value = parseExactly(document);
    }
    catch (error) {
        return refuse(faultOfSyntax(error));
    }
    const wrong = faultOfPlan(value);
    return wrong === undefined ? withDefaults(value) : refuse(wrong);
}
function faultOfText(text) {
    if (text === '')
        return 'it is empty';
    if (text.startsWith('PK'))
        return 'it is a binary plan file, not its JSON';
    if (text.startsWith('{'))
        return undefined;
    const first = JSON.stringify((0,secret_shapes/* hideShapes */.v)(text.slice(0, 40)));
    return `something else stands before the JSON (${first}), as a wrapper's output would`;
}
/** The engine's own words can quote the text, and so a secret: only the position is told. */
function faultOfSyntax(error) {
    const at = /position \d+/.exec(error.message)?.[0] ?? 'its end';
    if (/after JSON/.test(error.message))
        return `something follows the JSON document at ${at}, a second one perhaps`;
    return `it is cut off or damaged at ${at}`;
}
/** Whole numbers beyond 2^53 stay exact, as text: a digest must tell them apart. */
function parseExactly(text) {
    if (!/[:[,]\s*-?\d{16}/.test(text))
        return JSON.parse(text);
    const reviver = (_key, value, context) => typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
        ? (context?.source ?? value)
        : value;
    return JSON.parse(text, reviver);
}
function faultOfPlan(value) {
    if (value === null || typeof value !== 'object' || Array.isArray(value))
        return 'it is not a JSON object';
    const plan = value;
    return faultOfVersion(plan['format_version']) ?? faultOfContent(plan);
}
function faultOfVersion(version) {
    if (typeof version !== 'string')
        return "it has no 'format_version'";
    if (!/^(?:0|1)\.\d+$/.test(version))
        return `its format_version ${JSON.stringify(version)} is of a major version not known here`;
    return undefined;
}
function faultOfContent(plan) {
    if (plan['errored'] === true)
        return 'Terraform marked it as errored, planning ended before it was whole';
    if ('values' in plan)
        return 'it describes a state, not a plan';
    if (plan['resource_changes'] === undefined && plan['planned_values'] === undefined)
        return "it has neither 'resource_changes' nor 'planned_values'";
    const member = misshapenMember(plan);
    return member === undefined ? undefined : `its '${member}' is not what Terraform writes`;
}
function withDefaults(plan) {
    return { ...plan, resource_changes: plan.resource_changes ?? [] };
}

// EXTERNAL MODULE: ./lib/terraform/risk.js
var risk = __nccwpck_require__(3088);
;// CONCATENATED MODULE: ./actions/apply-gated/src/outcome.js
/** A refusal in one call. */
const outcome_refuse = (reason, sentence) => ({
    kind: 'refused',
    reason,
    sentence
});

;// CONCATENATED MODULE: ./actions/apply-gated/src/checkout.js

/** Compares Terraform, the provider lock file and the stack's files with those that the plan was made with. */
async function checkCheckout(header, { terraform, workspace }) {
    const version = await terraform.version();
    if (version !== header.terraformVersion) {
        return outcome_refuse('terraform-mismatch', `The plan was made by Terraform ${header.terraformVersion}, and this job has ${version}. Install the same version in both jobs (setup-terraform-1.13.1).`);
    }
    if ((await workspace.lockFileSha256()) !== header.lockFileSha256) {
        return outcome_refuse('lock-file-mismatch', `The provider lock file .terraform.lock.hcl in '${header.workingDirectory}' is not the one that the plan was made with. Check out ${header.commit.slice(0, 12)} unchanged.`);
    }
    const tree = await workspace.hashTree(Object.keys(header.tree));
    const folder = Object.keys(header.tree).find((name) => tree[name] !== header.tree[name]);
    if (folder === undefined)
        return undefined;
    return outcome_refuse('tree-mismatch', `The files in '${folder}' are not those that the plan was made from. Check out ${header.commit.slice(0, 12)} and write nothing into the stack's folders before the apply.`);
}

;// CONCATENATED MODULE: ./actions/apply-gated/src/consent.js

/** A sentence or line that says it and nothing else: `do not destroy 0123abcd` and `destroy 0123abcd? no` are no consent. */
const CONSENT = /^(?:(?:yes|ok|okay|please|approved)\b[\s,:-]*)*destroy\s+`?([0-9a-f]{8,64})`?\W*$/i;
/** True when somebody wrote `destroy` and the beginning of the digest, at least its first eight digits. */
function hasConsent(words, digest) {
    const sentences = words.flatMap((text) => text.split(/\r?\n|(?<=[.!;])\s+/));
    return sentences.some((sentence) => {
        const typed = CONSENT.exec(sentence.trim())?.[1];
        return typed !== undefined && digest.startsWith(typed.toLowerCase());
    });
}
/** Refuses to destroy what no apply brings back, unless an approver said so in their own words. */
function checkConsent(destroyed, words, digest) {
    if (destroyed.length === 0 || hasConsent(words, digest))
        return undefined;
    const [first, ...more] = destroyed;
    const others = more.length === 0 ? '' : ` and ${more.length} more stateful ${more.length === 1 ? 'object' : 'objects'}`;
    return outcome_refuse('stateful-destroy', `The plan destroys or replaces ${first}${others}. An approver agrees by writing 'destroy ${digest.slice(0, 8)}' in the approval comment: re-run the job and approve again (with gate: dispatch, type it when starting the workflow).`);
}

// EXTERNAL MODULE: ./lib/terraform/differences.js
var differences = __nccwpck_require__(6535);
;// CONCATENATED MODULE: ./actions/apply-gated/src/moved-state.js



/** Goes on (undefined) only with the approved digest, and only where re-planning is wanted. */
function judgeRenewed({ inputs, reviewed }, current) {
    const isSame = current.digest === inputs.digest;
    if (isSame && inputs.onStale === 'replan')
        return undefined;
    const refusal = inputs.onStale === 'refuse' ? stale('The state moved after the plan was made') : changed();
    return isSame ? refusal : { ...refusal, differences: (0,differences/* compareFingerprints */.t)(reviewed, current) };
}
const changed = () => outcome_refuse('plan-changed', 'The state moved after the plan was made, and a new plan would change something else than what was approved. Run the workflow again: it plans and asks for approval anew.');
/** The state moved, and that is the end of it. */
const stale = (fact) => outcome_refuse('state-stale', `${fact}. Run the workflow again: it plans and asks for approval anew (or set on-stale: replan).`);
/** The state moved, and no new plan could be made. */
function refuseReplan(result) {
    switch (result.kind) {
        case 'locked':
            return locked(result.lock);
        case 'failed':
            return stale(`The state moved after the plan was made, and a new plan failed: ${result.message}`);
    }
}
/** Somebody else holds the state's lock. */
const locked = (lock) => outcome_refuse('state-locked', `${(0,terraform_lock/* describeLock */.F)(lock)} Wait for it to end and run this job again, or give lock-timeout more time.`);

// EXTERNAL MODULE: ./actions/apply-gated/src/stack.js
var stack = __nccwpck_require__(1874);
// EXTERNAL MODULE: ./lib/retry.js + 2 modules
var retry = __nccwpck_require__(7022);
// EXTERNAL MODULE: ./lib/terraform/endings.js
var endings = __nccwpck_require__(2815);
;// CONCATENATED MODULE: ./actions/apply-gated/src/unfinished.js
/** Applies whose last step failed: the state was not saved, or its lock was not given back. */




/** Red, because the next run would wait for the lock; and it says that nothing is to be applied again. */
function unreleased({ message, lock }) {
    const next = lock === undefined ? 'Look whether the state is still locked.' : (0,terraform_lock/* describeLock */.F)(lock);
    return {
        kind: 'failed',
        sentence: `Everything was applied and saved, but the lock of the state could not be given back: ${message.trim()}\n${next}`,
        left: []
    };
}
/** A state that is not saved is saved before anything else; what comes back is why that failed as well. */
async function saveAgain(message, ports) {
    const { terraform, log, signal } = ports;
    log.warning('The state could not be saved after the apply; saving it again.');
    try {
        await log.group('terraform state push', () => (0,retry/* retry */.L)(() => terraform.saveState(), {
            attempts: 3,
            maxWaitMs: 5000,
            deadlineMs: 120_000,
            isTransient: () => true,
            signal
        }));
        log.info('The state is saved.');
        return undefined;
    }
    catch (error) {
        return {
            kind: 'failed',
            sentence: `terraform apply changed AWS, and the state could not be saved: ${message.trim()}\nSaving it again failed as well: ${(0,errors/* describeError */.U)(error)}\nWhat was made is not in the state. Do not run the workflow again before it is: it would make the same things twice. ${endings/* UNSAVED_STATE */.Fz} in the stack's folder on this runner holds the state; give it to the backend there (terraform state push ${endings/* UNSAVED_STATE */.Fz}), or, when the runner is gone, take in what this log says was created with terraform import.`
        };
    }
}

;// CONCATENATED MODULE: ./actions/apply-gated/src/act.js












/** Compares the checkout with what was sealed, then applies the approved plan or says why not. */
async function applyGated(approved, ports) {
    const { header, inputs } = approved;
    const moved = await ports.log.group('Compare the checkout with the seal', () => checkCheckout(header, ports));
    if (moved !== undefined)
        return moved;
    await ports.log.group('terraform init', () => ports.terraform.init({
        backendConfig: inputs.backendConfig,
        lockfileReadonly: header.lockFileSha256 !== ''
    }));
    return ports.workspace.withPlanFiles(approved, async (files) => {
        const saved = await show(files.saved, ports);
        const reviewed = {
            fingerprint: (0,digest/* fingerprintPlan */.Ef)(saved, inputs.sealKey),
            changes: (0,stack/* listChanges */.Wd)(saved, header.arguments.refreshOnly)
        };
        return checkPlan(approved, saved, reviewed) ?? applySaved({ ...approved, files, reviewed }, ports);
    });
}
async function show(file, { terraform }) {
    return parsePlanJson(await terraform.showPlan(file), 'terraform show -json');
}
function checkPlan({ inputs, attestation }, plan, { fingerprint }) {
    if (fingerprint.digest !== inputs.digest) {
        return outcome_refuse('plan-changed', `The sealed plan reads as digest ${fingerprint.digest.slice(0, 12)}…, and ${inputs.digest.slice(0, 12)}… was approved. Use one release of these actions for plan and apply, and plan again.`);
    }
    return checkConsent((0,risk/* findStatefulDestroys */.BI)(plan), attestation.words, inputs.digest);
}
async function applySaved(work, ports) {
    const result = await runApply(work, work.files.saved, ports);
    return result === 'stale' ? applyRenewed(work, ports) : result;
}
/** The state moved since the plan: plan again, and go on only when the new plan does exactly what was approved. */
async function applyRenewed(work, ports) {
    ports.log.info('The state has moved since the plan was made; planning again.');
    const renewed = await replan(work, ports);
    if (renewed.kind !== 'planned')
        return refuseReplan(renewed);
    const changes = (0,stack/* listChanges */.Wd)(renewed.plan, work.header.arguments.refreshOnly);
    // A plan of 1.14 actions alone lists no changes at all: that nothing is listed now says nothing of it.
    if (changes.length === 0 && work.reviewed.changes.length > 0) {
        return { kind: 'already-applied', outputs: await (0,stack/* readOutputs */.T7)(ports) };
    }
    const refusal = judgeRenewed({ inputs: work.inputs, reviewed: work.reviewed.fingerprint }, (0,digest/* fingerprintPlan */.Ef)(renewed.plan, work.inputs.sealKey));
    if (refusal !== undefined)
        return refusal;
    ports.log.info('The state moved since the plan was made; the new plan has the same digest, so it is applied.');
    const result = await runApply(work, work.files.renewed, ports);
    if (result === 'stale')
        return stale('The state moved again while it was planned anew');
    return result.kind === 'applied' ? { ...result, how: 'same-digest' } : result;
}
async function replan({ header, inputs, files }, ports) {
    const { terraform, log } = ports;
    const planned = (0,terraform_arguments/* withVariables */.sO)(header.arguments, files.variables);
    const args = { ...planned, lockTimeout: inputs.lockTimeout, out: files.renewed };
    const result = await log.group('terraform plan', () => terraform.plan(args));
    return result.kind === 'planned' ? { kind: 'planned', plan: await show(files.renewed, ports) } : result;
}
async function runApply(work, file, ports) {
    const { reviewed } = work;
    const result = await ports.log.group('terraform apply', () => tryApply(() => ports.terraform.apply(applyArguments(work, file)), ports.signal));
    const applied = async () => ({
        kind: 'applied',
        how: 'saved-plan',
        changes: reviewed.changes,
        outputs: await (0,stack/* readOutputs */.T7)(ports)
    });
    switch (result.kind) {
        case 'applied':
            return applied();
        case 'unreleased':
            return unreleased(result);
        case 'unsaved':
            return ((await saveAgain(result.message, ports)) ??
                (result.isWhole ? applied() : describeFailure(work, result.message, ports)));
        case 'stale':
            return 'stale';
        case 'locked':
            return locked(result.lock);
        case 'failed':
            return describeFailure(work, result.message, ports);
        case 'interrupted':
            return { kind: 'cancelled', sentence: interrupted(ports.signal), inFlight: reviewed.changes };
    }
}
function applyArguments({ header, inputs }, file) {
    const { parallelism } = header.arguments;
    return { file, lockTimeout: inputs.lockTimeout, ...(parallelism === undefined ? {} : { parallelism }) };
}
/** After `apply` has begun there are no exceptions any more: whatever happens, what is left is looked up and told. */
async function tryApply(apply, signal) {
    try {
        const result = await apply();
        return signal.aborted && result.kind === 'failed' ? { kind: 'interrupted' } : result;
    }
    catch (error) {
        return signal.aborted ? { kind: 'interrupted' } : { kind: 'failed', message: (0,errors/* describeError */.U)(error) };
    }
}
const interrupted = (signal) => `${(0,errors/* describeError */.U)(signal.reason)} Terraform was interrupted while it applied and has given its lock back. Run the workflow again: the new plan holds what is left.`;
async function describeFailure(work, message, ports) {
    const renewed = await replan(work, ports).catch((error) => ({
        kind: 'failed',
        message: (0,errors/* describeError */.U)(error)
    }));
    const cause = `terraform apply failed: ${message.trim()}`;
    if (renewed.kind !== 'planned') {
        const why = renewed.kind === 'locked' ? ` ${(0,terraform_lock/* describeLock */.F)(renewed.lock)}` : '';
        return {
            kind: 'failed',
            sentence: `${cause}\nWhat is left could not be planned.${why} Mend the cause and run the workflow again.`
        };
    }
    const left = (0,stack/* listChanges */.Wd)(renewed.plan, work.header.arguments.refreshOnly);
    const next = left.length === 0 ? 'Nothing is left to change.' : `${left.length} of the changes are left.`;
    return {
        kind: 'failed',
        sentence: `${cause}\n${next} Mend the cause and run the workflow again: it plans what is left and asks for approval.`,
        left
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./lib/github/context.js + 1 modules
var github_context = __nccwpck_require__(883);
;// CONCATENATED MODULE: ./actions/apply-gated/src/artifact.js



/** The one file of a sealed plan's artifact. */
const SEALED_FILE = 'plan.sealed';
/** Judges by GitHub's own record whether the artifact can be this run's plan of this stack. */
const checkArtifact = (recorded) => checkRun(recorded) ?? checkOrigin(recorded) ?? checkContent(recorded);
/** What is said of an artifact that is not there. */
const missingArtifact = (id) => mismatch(`Artifact ${id} does not exist in this repository`);
function checkRun({ inputs, context, artifact: { name, runId } }) {
    const attempt = attemptOf(name, inputs.stack);
    if (attempt === undefined)
        return mismatch(`Artifact '${name}' is no plan of stack '${inputs.stack}'`);
    if (runId === context.runId) {
        return attempt > context.runAttempt
            ? mismatch(`Artifact '${name}' is of an attempt that has not been`)
            : undefined;
    }
    return inputs.gate === 'dispatch'
        ? undefined
        : mismatch(`Artifact '${name}' is of run ${runId}, not of this run`);
}
function checkOrigin({ context, artifact }) {
    const { repositoryId, headRepositoryId } = artifact;
    if (repositoryId !== context.repository.id || headRepositoryId !== context.repository.id) {
        return mismatch(`Artifact '${artifact.name}' was made from another repository (a fork)`);
    }
    return artifact.headSha === (0,github_context/* headSha */.xF)(context) ? undefined : otherCommit(artifact.headSha, (0,github_context/* headSha */.xF)(context));
}
function checkContent({ inputs, artifact: { name, expired, digest } }) {
    if (expired)
        return mismatch(`Artifact '${name}' has expired`);
    if (digest === inputs.artifactDigest || digest === '')
        return undefined;
    return mismatch(`Artifact '${name}' has digest ${artifact_short(digest)}, not ${artifact_short(inputs.artifactDigest)} as approved`);
}
/** Judges what was downloaded: the very bytes that were approved, holding one sealed plan. */
function checkDownload(inputs, { zip, files }) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(zip).digest('hex');
    if (digest !== inputs.artifactDigest) {
        return mismatch(`The downloaded artifact has digest ${artifact_short(digest)}, not ${artifact_short(inputs.artifactDigest)} as approved`);
    }
    const names = Object.keys(files);
    if (names.length === 1 && names[0] === SEALED_FILE)
        return undefined;
    return mismatch(`The artifact holds ${names.join(', ') || 'nothing'} where ${SEALED_FILE} is expected`);
}
/** Judges whether the plan was sealed for this repository, stack, commit, run and digest. */
function checkHeader({ inputs, context, artifact, header }) {
    if (header.commit !== context.sha)
        return otherCommit(header.commit, context.sha);
    if (header.digest !== inputs.digest) {
        return outcome_refuse('plan-changed', `The sealed plan's digest is ${artifact_short(header.digest)}, and ${artifact_short(inputs.digest)} was approved. Pass digest and artifact of one and the same plan.`);
    }
    const facts = [
        ['repository', header.repositoryId, context.repository.id],
        ['stack', header.stack, inputs.stack],
        ['working directory', header.workingDirectory, inputs.workingDirectory],
        ['run', header.runId, artifact.runId],
        ['attempt', header.attempt, attemptOf(artifact.name, inputs.stack) ?? 0]
    ];
    const wrong = facts.find(([, sealed, expected]) => sealed !== expected);
    return wrong && mismatch(`The plan was sealed for ${wrong[0]} '${wrong[1]}', and this is '${wrong[2]}'`);
}
function attemptOf(name, stack) {
    const prefix = `plan-${stack}-`;
    const attempt = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    return /^[1-9]\d{0,5}$/.test(attempt) ? Number(attempt) : undefined;
}
const mismatch = (fact) => outcome_refuse('artifact-mismatch', `${fact}. Pass artifact-id and artifact-digest as this run's plan-comment gave them; plan again if the artifact is gone.`);
const otherCommit = (planned, current) => outcome_refuse('commit-mismatch', `The plan is of commit ${planned.slice(0, 12)}, and this job runs on ${current.slice(0, 12)}. Plan this commit and apply that plan.`);
const artifact_short = (digest) => `${digest.slice(0, 12)}…`;

// EXTERNAL MODULE: ./lib/github/payload.js
var payload = __nccwpck_require__(7308);
;// CONCATENATED MODULE: ./actions/apply-gated/src/dispatch.js



/** Judges an apply that a person started by hand: not its author, and with the digest typed. */
function attestDispatch({ inputs, context, facts }) {
    const refusal = refuseEvent(context) ?? refuseStarter({ inputs, context, facts }) ?? refuseTyped(inputs, context);
    if (refusal !== undefined)
        return refusal;
    const branchRule = nameDispatchRule(facts, context);
    return branchRule === undefined ? dispatch_wrongRef(inputs, context) : attest({ inputs, context, facts }, branchRule);
}
function attest({ inputs, context, facts: { environment } }, branchRule) {
    return {
        gate: 'dispatch',
        environment: environment?.name ?? inputs.environment,
        reviewers: environment?.reviewers ?? [],
        branchRule,
        canAdminsBypass: environment?.canAdminsBypass ?? 'unknown',
        approvedBy: [context.triggeringActor],
        isAmbiguous: false,
        words: [typedWords(inputs, context)]
    };
}
const dispatch_wrongRef = (inputs, { ref }) => outcome_refuse('wrong-ref', `The apply was started on ${ref}, which is neither the default branch nor named by environment '${inputs.environment}'. Start it on the default branch.`);
const refuseEvent = ({ eventName }) => eventName === 'workflow_dispatch'
    ? undefined
    : outcome_refuse('not-approved', `gate: dispatch needs a person who starts the apply, and this run was started by ${eventName}. Start the workflow by hand (workflow_dispatch).`);
function refuseStarter({ inputs, context, facts }) {
    if (inputs.allowSelfApproval)
        return undefined;
    const authors = new Set([...facts.commitAuthors, facts.pullRequestAuthor ?? ''].map((login) => login.toLowerCase()));
    const starter = [context.actor, context.triggeringActor].find((login) => authors.has(login.toLowerCase()));
    if (starter === undefined)
        return undefined;
    return outcome_refuse('self-approved', `${starter} wrote this change and started its apply. Let somebody else start the workflow.`);
}
function refuseTyped(inputs, context) {
    const typed = typedWords(inputs, context);
    const digest = /^(?:destroy\s+)?([0-9a-f]{8,64})$/i.exec(typed)?.[1]?.toLowerCase();
    if (digest !== undefined && inputs.digest.startsWith(digest))
        return undefined;
    const found = typed === '' ? 'is empty' : `'${typed.slice(0, 80)}' is not that`;
    return outcome_refuse('not-approved', `The person who starts the apply types the plan's digest (8 digits or more) in the input '${inputs.confirmInput}', which ${found}. Start the workflow again with the digest that was reviewed.`);
}
/** Read from the event itself, so that no workflow can type it for the person. */
function typedWords({ confirmInput }, { event }) {
    return (0,payload/* textAt */.$)(event, 'inputs', confirmInput).trim();
}
function nameDispatchRule({ environment, isBranchProtected }, { ref, event }) {
    if (environment !== undefined && environment.branchRule.kind !== 'any')
        return (0,branch_rules/* nameBranchRule */.YL)(environment, ref, isBranchProtected);
    const isDefault = (0,branch_rules/* branchOf */.W0)(ref) === (0,payload/* textAt */.$)(event, 'repository', 'default_branch');
    return isDefault ? `default branch (${(0,branch_rules/* branchOf */.W0)(ref)})` : undefined;
}

;// CONCATENATED MODULE: ./actions/apply-gated/src/gate.js


/** Judges from inside the job whether somebody other than its author let it run; the attestation says who. */
function attestGate(request) {
    const { context, facts } = request;
    switch (request.inputs.gate) {
        case 'environment':
            return attestReview({ gate: gateOf(request), context, facts });
        case 'dispatch':
            return attestDispatch(request);
    }
}
const gateOf = ({ inputs, header: { attempt, digest } }) => ({
    environment: inputs.environment,
    allowSelfApproval: inputs.allowSelfApproval,
    instead: 'use gate: dispatch',
    ...(attempt > 1 ? { renewed: { attempt, digest } } : {})
});

;// CONCATENATED MODULE: ./actions/apply-gated/src/deliver.js









/** From the artifact's number to the applied plan; every step is judged before the next begins. */
async function deliver(inputs, ports) {
    const { log, signal } = ports;
    const seen = {};
    try {
        const opened = await log.group('Open the sealed plan', () => openPlan(inputs, ports));
        if ('kind' in opened)
            return { outcome: opened };
        seen.header = opened.header;
        const pullRequest = isOfStarter(inputs, ports.context) ? undefined : await findPullRequest(ports);
        if (pullRequest !== undefined)
            seen.pullRequest = pullRequest.number;
        const gate = await log.group('Look at the gate from inside', () => (0,gate_facts/* observeGate */.u2)(soughtFor(inputs, ports.context, pullRequest), ports));
        seen.gate = gate;
        const { header } = opened;
        const attestation = attestGate({ inputs, header, context: ports.context, facts: gate });
        if (isRefusal(attestation))
            return { outcome: attestation, ...seen };
        seen.attestation = attestation;
        log.info(`Approved by ${attestation.approvedBy.join(', ')} through gate '${attestation.gate}'.`);
        return { outcome: await applyGated({ inputs, attestation, ...opened }, ports), ...seen };
    }
    catch (error) {
        if (signal.aborted)
            return { outcome: { kind: 'cancelled', sentence: cancelled(signal), inFlight: [] }, ...seen };
        if (error instanceof Error && !(error instanceof errors/* UserError */.y))
            log.debug(error.stack ?? '');
        return { outcome: { kind: 'error', sentence: (0,errors/* describeError */.U)(error) }, ...seen };
    }
}
const cancelled = (signal) => `${(0,errors/* describeError */.U)(signal.reason)} Nothing had been changed yet. Run the job again when it may go on.`;
async function openPlan(inputs, { context, github, log }) {
    const artifact = await github.describeArtifact(inputs.artifactId);
    if (artifact === undefined)
        return missingArtifact(inputs.artifactId);
    const unfit = checkArtifact({ inputs, context, artifact });
    if (unfit !== undefined)
        return unfit;
    const download = await github.downloadArtifact(artifact.id).catch(refuseContent);
    if ('kind' in download)
        return download;
    const wrong = checkDownload(inputs, download);
    if (wrong !== undefined)
        return wrong;
    const opened = unseal(inputs.sealKey, download.files[SEALED_FILE] ?? Buffer.alloc(0));
    if ('kind' in opened)
        return opened;
    log.info(`Artifact '${artifact.name}' holds the plan of ${opened.header.commit} with digest ${opened.header.digest}.`);
    return checkHeader({ inputs, context, artifact, header: opened.header }) ?? opened;
}
function refuseContent(error) {
    if (error instanceof zip/* ArtifactError */.n)
        return outcome_refuse('artifact-mismatch', error.message);
    throw error;
}
function unseal(key, sealed) {
    try {
        return (0,seal/* openSeal */.Ip)({ key, sealed });
    }
    catch (error) {
        if (error instanceof seal/* SealError */.EM)
            return outcome_refuse('seal-mismatch', error.message);
        throw error;
    }
}
const findPullRequest = async ({ context, github }) => context.pullRequest ?? (await github.pullRequestOf(context.sha));
/** Whoever started such a run typed what is changed; of a bot's run the commit counts, too. */
const isOfStarter = ({ author }, context) => author === 'starter' && (0,gate_facts/* isTyped */.xN)(context);
const soughtFor = (inputs, context, pullRequest) => ({
    environment: inputs.environment,
    isOfStarter: isOfStarter(inputs, context),
    byReview: inputs.gate === 'environment',
    pullRequestAuthor: pullRequest?.author
});


/***/ }),

/***/ 7079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  F: () => (/* binding */ githubPort)
});

// EXTERNAL MODULE: ./lib/github/artifact-digest.js
var artifact_digest = __nccwpck_require__(1259);
// EXTERNAL MODULE: ./lib/github/connection.js
var connection = __nccwpck_require__(9692);
// EXTERNAL MODULE: ./lib/github/zip.js + 2 modules
var github_zip = __nccwpck_require__(5347);
;// CONCATENATED MODULE: ./lib/github/artifacts.js



/** Sealed plans are a few MB; what is larger than this is not one of ours. */
const LARGEST_BYTES = 512 * 1024 * 1024;
/** All artifacts of a run whose name begins with `prefix`, oldest first; of this run unless told otherwise. */
async function findRunArtifacts(github, prefix, runId = github.context.runId) {
    const artifacts = await github.call('list the artifacts of the run', (octokit) => octokit.paginate('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', {
        ...github.repo,
        run_id: runId,
        per_page: 100
    }));
    return artifacts
        .filter(({ name }) => name.startsWith(prefix))
        .map(toArtifact)
        .toSorted((left, right) => left.id - right.id);
}
/** One artifact of this repository by its id; undefined when there is none. */
async function describeArtifact(github, id) {
    const response = await (0,connection/* orMissing */.Mr)(github.call('describe the artifact', (octokit) => octokit.request('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}', {
        ...github.repo,
        artifact_id: id
    })));
    return response && toArtifact(response.data);
}
/** Downloads and unpacks an artifact; `zip` is the file whose SHA-256 is the artifact's digest. */
async function downloadArtifact(github, id) {
    const zip = await github.call('download the artifact', async (octokit) => {
        const response = await octokit.request('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', {
            ...github.repo,
            artifact_id: id,
            archive_format: 'zip',
            request: { parseSuccessResponseBody: false }
        });
        return collect(response.data).catch(brokenOff);
    });
    return { zip, files: (0,github_zip/* unzip */.$)(zip) };
}
/** A connection that breaks while the bytes come in is worth another attempt. */
function brokenOff(cause) {
    if (cause instanceof github_zip/* ArtifactError */.n)
        throw cause;
    throw new connection/* GitHubError */.y_('The download of the artifact broke off. Run the job again.', {
        status: 0,
        isTransient: true,
        retryAfterMs: 0,
        cause
    });
}
async function collect(body) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        size += chunk.length;
        if (size > LARGEST_BYTES)
            throw new github_zip/* ArtifactError */.n('The artifact is over 512 MiB, which no sealed plan is. Name another one.');
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
const toArtifact = ({ workflow_run: run, ...artifact }) => ({
    id: artifact.id,
    name: artifact.name,
    digest: (0,artifact_digest/* plainDigest */.v)(artifact.digest ?? ''),
    sizeBytes: artifact.size_in_bytes,
    expired: artifact.expired,
    runId: run?.id ?? 0,
    headSha: run?.head_sha ?? '',
    repositoryId: String(run?.repository_id ?? ''),
    headRepositoryId: String(run?.head_repository_id ?? '')
});

// EXTERNAL MODULE: ./lib/clock.js + 1 modules
var clock = __nccwpck_require__(2442);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
;// CONCATENATED MODULE: ./lib/github/comments.js



/** The comment that plan-comment owns and apply-gated adds to. */
const PLAN_MARKER = '<!-- caliber:plan:v1 -->';
/** Thrown when GitHub does not take a body for its length: write a shorter one. */
class CommentTooLongError extends errors/* UserError */.y {
    name = 'CommentTooLongError';
}
/** Our own comment whose first line is exactly `marker`; comments of people that carry it are not ours. */
async function findComment(github, place) {
    return (await ownComments(github, place))[0];
}
/** All of them, the oldest first: there is a second one where a job ended before it took its own back. */
async function ownComments(github, { issueNumber, marker }) {
    const comments = await github.call('list the comments of the pull request', (octokit) => octokit.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...github.repo,
        issue_number: issueNumber,
        per_page: 100
    }));
    const marked = comments.filter(({ body }) => firstLine(body ?? '') === marker);
    const login = await ownLogin(github, marked.map(({ user }) => user?.login ?? ''));
    return marked
        .filter(({ user }) => user?.login === login)
        .map(({ id, html_url: url, body }) => ({ id, url, body: body ?? '' }));
}
/** Creates or rewrites the one comment that `marker` names, and takes a second one away; leaves alone what reads so already. */
async function upsertComment(github, { issueNumber, marker, body }) {
    const text = firstLine(body) === marker ? body : `${marker}\n${body}`;
    const [existing, ...doubled] = await ownComments(github, { issueNumber, marker });
    if (existing === undefined)
        return createOnce(github, { issueNumber, marker, body: text });
    for (const { id } of doubled)
        await deleteComment(github, id);
    if (sameText(existing.body, text))
        return { id: existing.id, url: existing.url, changed: false };
    await rewriteComment(github, { id: existing.id, body: text });
    return { id: existing.id, url: existing.url, changed: true };
}
/** Two jobs may both find no comment and both write one: the younger is taken back in favour of the older. */
async function createOnce(github, place) {
    const created = await createComment(github, place);
    const oldest = await findComment(github, place);
    if (oldest === undefined || oldest.id === created.id)
        return created;
    await deleteComment(github, created.id);
    await rewriteComment(github, { id: oldest.id, body: place.body });
    return { id: oldest.id, url: oldest.url, changed: true };
}
/**
 * Changes our comment by a pure function of its body, and looks again afterwards: when another job wrote in between
 * and our part is gone, it is added again. Undefined when there is no such comment.
 */
async function amendComment(github, { amend, settleMs = 1500, ...place }) {
    let changed = false;
    for (let round = 0; round < 5; round += 1) {
        const comment = await findComment(github, place);
        if (comment === undefined)
            return undefined;
        const body = amend(comment.body);
        if (sameText(body, comment.body))
            return { id: comment.id, url: comment.url, changed };
        await rewriteComment(github, { id: comment.id, body });
        changed = true;
        await clock/* systemClock */.m.sleep(settleMs, github.signal);
    }
    throw new Error(`The comment of pull request #${place.issueNumber} was rewritten by others five times in a row`);
}
async function createComment(github, { issueNumber, body }) {
    const { data } = await sized(github.callOnce('comment on the pull request', (octokit) => octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...github.repo,
        issue_number: issueNumber,
        body
    })));
    if (data.user?.login !== undefined)
        ownLogins.set(github, data.user.login);
    return { id: Number(data.id), url: data.html_url, changed: true };
}
async function rewriteComment(github, { id, body }) {
    await sized(github.call('rewrite the comment of the pull request', (octokit) => octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...github.repo,
        comment_id: id,
        body
    })));
}
async function deleteComment(github, id) {
    await orMissing(github.call('delete a second comment of the pull request', (octokit) => octokit.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...github.repo,
        comment_id: id
    })));
}
async function sized(request) {
    try {
        return await request;
    }
    catch (error) {
        if ((0,connection/* hasStatus */.Ro)(error, 422)) {
            throw new CommentTooLongError('GitHub does not take the comment (422): it is too long.', {
                cause: error
            });
        }
        throw error;
    }
}
/** GitHub may turn line ends into CRLF and trims the end. */
const sameText = (left, right) => normalise(left) === normalise(right);
const normalise = (text) => text.replaceAll('\r\n', '\n').trimEnd();
const firstLine = (body) => body.split(/\r?\n/, 1)[0]?.trimEnd() ?? '';
const JOB_LOGIN = 'github-actions[bot]';
/** Who a connection's token comments as, once that is known. */
const ownLogins = new WeakMap();
/**
 * A person's token comments as that person, the job's own as github-actions[bot], an App's as its bot. The last two look
 * alike, so GitHub is asked only where a bot of another name has written such a comment.
 */
async function ownLogin(github, authors) {
    const known = ownLogins.get(github);
    if (known !== undefined)
        return known;
    const isPerson = /^(?:ghp|gho|ghu|github_pat)_/.test(github.token);
    const others = authors.some((author) => author.endsWith('[bot]') && author !== JOB_LOGIN);
    if (!isPerson && !others)
        return JOB_LOGIN;
    const login = isPerson ? await personLogin(github) : await viewerLogin(github);
    ownLogins.set(github, login);
    return login;
}
async function personLogin(github) {
    const { data } = await github.call('read whose token it is', (octokit) => octokit.request('GET /user'));
    return data.login;
}
/** GET /user refuses the tokens of jobs and Apps; only GraphQL tells who they are. */
async function viewerLogin(github) {
    try {
        const { viewer } = await github.callOnce('read whose token it is', (octokit) => octokit.graphql('query { viewer { login } }'));
        return viewer.login;
    }
    catch {
        return JOB_LOGIN;
    }
}

// EXTERNAL MODULE: ./lib/github/gate-facts.js + 1 modules
var gate_facts = __nccwpck_require__(625);
// EXTERNAL MODULE: ./lib/github/pulls.js
var pulls = __nccwpck_require__(738);
;// CONCATENATED MODULE: ./actions/apply-gated/src/github-port.js




/** The real GitHub behind the port. */
const githubPort = (github) => ({
    ...(0,gate_facts/* gatePort */.jv)(github),
    describeArtifact: (id) => describeArtifact(github, id),
    downloadArtifact: (id) => downloadArtifact(github, id),
    pullRequestOf: (sha) => (0,pulls/* pullRequestOf */._)(github, sha),
    amendComment: async (issueNumber, amend) => (await amendComment(github, { issueNumber, marker: PLAN_MARKER, amend })) !== undefined
});


/***/ }),

/***/ 1694:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(2705);
/* harmony import */ var _lib_github_connection_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9692);
/* harmony import */ var _lib_github_context_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(883);
/* harmony import */ var _lib_process_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2620);
/* harmony import */ var _lib_runner_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5455);
/* harmony import */ var _lib_terraform_cli_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2629);
/* harmony import */ var _comment_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1271);
/* harmony import */ var _deliver_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1432);
/* harmony import */ var _github_port_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7079);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(594);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(7365);
/* harmony import */ var _workspace_port_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(2215);












await (0,_lib_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .runAction */ .C)(async (runner) => {
    runner.mask(runner.read('seal-key').trim());
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .parseInputs */ .T)(runner.read);
    const context = (0,_lib_github_context_js__WEBPACK_IMPORTED_MODULE_1__/* .readContext */ .yI)(runner.env);
    const ports = openPorts(inputs, context, runner);
    const delivery = await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_6__/* .deliver */ .c)(inputs, ports);
    return finish(inputs, delivery, ports);
});
function openPorts(inputs, context, { log, signal, env }) {
    const workspace = (0,_workspace_port_js__WEBPACK_IMPORTED_MODULE_10__/* .workspacePort */ .N)({ workingDirectory: inputs.workingDirectory, env, signal, exec: _lib_process_js__WEBPACK_IMPORTED_MODULE_2__/* .exec */ .m });
    return {
        context,
        github: (0,_github_port_js__WEBPACK_IMPORTED_MODULE_7__/* .githubPort */ .F)((0,_lib_github_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectGitHub */ .UY)({ token: inputs.token, context, log, signal })),
        workspace,
        terraform: (0,_lib_terraform_cli_js__WEBPACK_IMPORTED_MODULE_4__/* .terraformCli */ .t)({ cwd: workspace.folder, log, exec: _lib_process_js__WEBPACK_IMPORTED_MODULE_2__/* .exec */ .m, signal, env }),
        log,
        signal
    };
}
async function finish(inputs, delivery, ports) {
    const { context } = ports;
    const run = {
        url: (0,_lib_github_context_js__WEBPACK_IMPORTED_MODULE_1__/* .runUrl */ .Vp)(context),
        id: context.runId,
        attempt: context.runAttempt,
        commit: context.sha
    };
    await announce(inputs, (0,_comment_js__WEBPACK_IMPORTED_MODULE_5__/* .renderVerdict */ .g)(inputs, delivery, run), { ports, issueNumber: delivery.pullRequest });
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_9__/* .toReport */ .c)(inputs, delivery, run);
}
/** What happened has happened: a comment that cannot be written is a warning, not a failed apply. */
async function announce({ stack }, line, { ports, issueNumber }) {
    if (issueNumber === undefined || ports.signal.aborted)
        return;
    try {
        await ports.github.amendComment(issueNumber, (body) => (0,_comment_js__WEBPACK_IMPORTED_MODULE_5__/* .addVerdict */ .b)(body, stack, line));
    }
    catch (error) {
        ports.log.warning(`The comment of #${issueNumber} does not tell of this apply: ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .describeError */ .U)(error)}`);
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  T: () => (/* binding */ parseInputs)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/input.js


/** The input's trimmed text; refused when empty. */
function required(read, name) {
    const value = read(name).trim();
    if (value === '')
        throw new errors/* UserError */.y(`Input '${name}' is required: it is empty. Set it under 'with:'.`);
    return value;
}
/** The input's trimmed text, or undefined when empty. */
function optional(read, name) {
    const value = read(name).trim();
    return value === '' ? undefined : value;
}
/** One of `choices`, the first when empty. */
function choice(read, name, choices) {
    const value = read(name).trim();
    if (value === '')
        return choices[0];
    const found = choices.find((one) => one === value);
    if (found === undefined) {
        throw new errors/* UserError */.y(`Input '${name}' is '${value}', which is none of ${choices.join(', ')}. Use one of those.`);
    }
    return found;
}
/** 'true' or 'false'; false when empty. */
function flag(read, name) {
    return choice(read, name, ['false', 'true']) === 'true';
}
/** One item a line; blank lines and lines that start with # are left out. */
function list(read, name) {
    return read(name)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
/** A whole number within `range`, both ends included; undefined when empty. */
function integer(read, name, range) {
    const value = optional(read, name);
    if (value === undefined)
        return undefined;
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < range.min || number > range.max) {
        throw new errors/* UserError */.y(`Input '${name}' is '${value}', which is no whole number from ${range.min} to ${range.max}. Write digits only.`);
    }
    return number;
}
const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** A duration such as 90s, 10m or 1h30m, in milliseconds; undefined when empty. */
function duration(read, name) {
    const value = optional(read, name);
    if (value === undefined)
        return undefined;
    if (!/^(?:\d{1,6}(?:ms|s|m|h))+$/.test(value)) {
        throw new errors/* UserError */.y(`Input '${name}' is '${value}', which is no duration. Write it as 90s, 10m or 1h30m.`);
    }
    const parts = [...value.matchAll(/(\d+)(ms|s|m|h)/g)];
    return parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit], 0);
}
/** A path below the repository's root, with forward slashes and none at its end; undefined when empty. */
function pathWithin(read, name) {
    const value = optional(read, name);
    if (value === undefined)
        return undefined;
    const path = external_node_path_.posix.normalize(value.replaceAll('\\', '/')).replace(/(?<=.)\/$/, '');
    if (!external_node_path_.posix.isAbsolute(path) && path !== '..' && !path.startsWith('../'))
        return path;
    throw new errors/* UserError */.y(`Input '${name}' is '${path}', which is outside the repository. Name a path relative to its root.`);
}
/** A duration within bounds, in milliseconds; undefined when empty. */
function durationWithin(read, name, bounds) {
    const ms = duration(read, name);
    if (ms === undefined || (ms >= bounds.min && ms <= bounds.max))
        return ms;
    throw new UserError(`Input '${name}' is '${optional(read, name)}', which is not from ${bounds.words}. Name a time within.`);
}
/** Text that matches `rule`, or undefined when empty. */
function matching(read, name, rule) {
    const value = optional(read, name);
    if (value === undefined || rule.pattern.test(value))
        return value;
    throw new errors/* UserError */.y(`Input '${name}' is '${value}', which is not ${rule.expected}. Correct it.`);
}
/** Text that matches `rule`; refused when empty. */
function requiredMatching(read, name, rule) {
    required(read, name);
    return matching(read, name, rule) ?? '';
}
/** Texts by name, from one entry a line or a JSON object; none when empty. A fault shows no value: it may be a secret. */
function entries(read, name, form) {
    const text = optional(read, name) ?? '';
    const found = text.startsWith('{')
        ? jsonEntries(text, name, form)
        : list(read, name).map((line, at) => lineEntry(line, `Input '${name}': entry ${at + 1}`, form));
    const names = found.map(([key]) => key);
    const twice = names.find((key, at) => names.indexOf(key) !== at);
    if (twice === undefined)
        return found;
    throw new UserError(`Input '${name}' names '${twice}' twice. Remove one of the two.`);
}
function lineEntry(line, where, { line: form, written }) {
    const [, key, value] = form.exec(line) ?? [];
    if (key !== undefined && value !== undefined)
        return [key, value];
    throw new UserError(`${where} is not ${written}. Write one a line.`);
}
function jsonEntries(text, name, { json }) {
    try {
        const found = Object.entries(JSON.parse(text));
        if (found.every((entry) => typeof entry[1] === 'string'))
            return found;
    }
    catch {
        // Said below.
    }
    throw new UserError(`Input '${name}' begins like JSON, but is no object of texts. Write it as ${json}.`);
}

// EXTERNAL MODULE: ./lib/terraform/secret-shapes.js
var secret_shapes = __nccwpck_require__(214);
;// CONCATENATED MODULE: ./lib/backend-config.js



/** Names that sound secret and are not, and the other way round. */
const HARMLESS = /^(?:key|kms_key_id|shared_credentials_files?|use_lockfile|dynamodb_table)$/;
const SECRET = /^(?:sse_customer_key|conn_str|credentials|headers?)$/;
/** The backend's settings, name=value; credentials are refused, since Terraform writes them into the plan file. */
function parseBackendConfig(read) {
    return list(read, 'backend-config').map(checkLine);
}
function checkLine(line) {
    const [, name = ''] = /^([A-Za-z_][\w.-]*)\s*=/.exec(line) ?? [];
    if (name === '') {
        throw new errors/* UserError */.y("Input 'backend-config' has a line that is not name=value. Write one setting a line, such as key=caliber/acme.tfstate; files are not taken.");
    }
    if (SECRET.test(name) || (!HARMLESS.test(name) && (0,secret_shapes/* isSecretName */.eh)(name))) {
        throw new errors/* UserError */.y(`Input 'backend-config' sets '${name}', a credential, which Terraform would write into the plan file. Leave it out and give credentials through the environment.`);
    }
    checkValue(name, line.slice(line.indexOf('=') + 1).trim());
    return line;
}
/** Credentials inside a value: a URL's user and password, a token's shape, a name within an object. */
function checkValue(name, value) {
    const names = [...value.matchAll(/([A-Za-z_]\w*)\s*[=:]/g)].map(([, inner = '']) => inner);
    const inner = names.find((one) => SECRET.test(one) || (!HARMLESS.test(one) && (0,secret_shapes/* isSecretName */.eh)(one)));
    if (inner === undefined && !/:\/\/[^/?#]*@/.test(value) && (0,secret_shapes/* hideShapes */.v)(value) === value)
        return;
    throw new errors/* UserError */.y(`Input 'backend-config' sets '${name}' to a value that holds ${inner === undefined ? 'a credential' : `'${inner}', a credential`}, which Terraform would write into the plan file. Give credentials through the environment.`);
}

// EXTERNAL MODULE: ./lib/github/artifact-digest.js
var artifact_digest = __nccwpck_require__(1259);
;// CONCATENATED MODULE: ./lib/github/gate-inputs.js

const ENVIRONMENT = {
    pattern: /^[^\p{Cc}]{1,255}$/u,
    expected: 'the name of an environment (one line, at most 255 characters)'
};
/** Reads the inputs that every action behind a gate has. */
const parseGate = (read) => ({
    environment: requiredMatching(read, 'environment', ENVIRONMENT),
    allowSelfApproval: flag(read, 'allow-self-approval'),
    token: required(read, 'github-token')
});

// EXTERNAL MODULE: ./lib/seal.js
var seal = __nccwpck_require__(1551);
;// CONCATENATED MODULE: ./actions/apply-gated/src/inputs.js






/** Reads and checks every input; the first fault is one sentence, before anything is done. */
function parseInputs(read) {
    return {
        stack: requiredMatching(read, 'stack', STACK),
        ...parseGate(read),
        digest: requiredMatching(read, 'digest', DIGEST),
        artifactId: parseArtifactId(read),
        artifactDigest: (0,artifact_digest/* plainDigest */.v)(requiredMatching(read, 'artifact-digest', ARTIFACT_DIGEST)),
        sealKey: (0,seal/* parseSealKey */.k3)(required(read, 'seal-key')),
        workingDirectory: pathWithin(read, 'working-directory') ?? '.',
        backendConfig: parseBackendConfig(read),
        gate: choice(read, 'gate', ['environment', 'dispatch']),
        confirmInput: matching(read, 'confirm-input', INPUT_NAME) ?? 'confirm',
        author: parseAuthor(read),
        onStale: choice(read, 'on-stale', ['replan', 'refuse']),
        lockTimeout: `${Math.ceil((duration(read, 'lock-timeout') ?? 300_000) / 1000)}s`
    };
}
const STACK = {
    pattern: /^(?!fragment-)[A-Za-z0-9._-]{1,80}$/,
    expected: "a stack's name: 1 to 80 of A-Z a-z 0-9 . _ - and not beginning with 'fragment-'"
};
const DIGEST = {
    pattern: /^[0-9a-f]{64}$/,
    expected: "a plan's whole digest, 64 hexadecimal digits (output 'digest' of plan-comment)"
};
const ARTIFACT_DIGEST = {
    pattern: /^(?:sha256:)?[0-9a-f]{64}$/,
    expected: "the SHA-256 of an artifact, 64 hexadecimal digits (output 'artifact-digest' of plan-comment)"
};
const INPUT_NAME = { pattern: /^[A-Za-z_][A-Za-z0-9_-]*$/, expected: 'the name of a workflow_dispatch input' };
function parseAuthor(read) {
    const author = choice(read, 'author', ['commit', 'starter']);
    if (author === 'commit' || choice(read, 'gate', ['environment', 'dispatch']) === 'environment')
        return author;
    throw new errors/* UserError */.y("Inputs 'author: starter' and 'gate: dispatch' exclude each other: one says that who starts the run cannot approve, the other that they do. Leave one out.");
}
function parseArtifactId(read) {
    required(read, 'artifact-id');
    return integer(read, 'artifact-id', { min: 1, max: Number.MAX_SAFE_INTEGER }) ?? 0;
}


/***/ }),

/***/ 7365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  A: () => (/* binding */ reasonOf),
  c: () => (/* binding */ toReport)
});

// EXTERNAL MODULE: ./lib/markdown.js
var markdown = __nccwpck_require__(2859);
;// CONCATENATED MODULE: ./lib/summary.js

/** Parts of a page with a blank line between each; empty ones are left out. */
const paragraphs = (parts) => parts.filter((part) => part !== '').join('\n\n');
/** A text that nobody can overlook; it may have several lines, and none is read as Markdown. */
const callout = (kind, text) => `> [!${kind}]\n> ${escapeLines(text)}`;
/** What a step came to: plain where it is good. */
const verdict = (isGood, sentence) => isGood ? escapeLines(sentence) : callout('CAUTION', sentence);
/** Sentences that come one after the other. */
const numbered = (steps) => steps.map((step, at) => `${at + 1}. ${escapeInline(step)}`).join('\n');
/** A table of Markdown cells, cut after `most` rows; '' without any row. */
function table(titles, rows, most = 100) {
    if (rows.length === 0)
        return '';
    const shown = [tableHead(titles), ...rows.slice(0, most).map((cells) => tableRow(cells))].join('\n');
    return rows.length > most ? `${shown}\n\n… and ${rows.length - most} more.` : shown;
}

// EXTERNAL MODULE: ./lib/terraform/differences.js
var differences = __nccwpck_require__(6535);
// EXTERNAL MODULE: ./lib/github/branch-rules.js
var branch_rules = __nccwpck_require__(5882);
;// CONCATENATED MODULE: ./actions/apply-gated/src/gate-table.js


/** The attestation as a table; where the gate refused, what was seen of it; '' before anybody looked. */
function renderGate(inputs, delivery, run) {
    const { attestation, gate } = delivery;
    if (attestation !== undefined)
        return gate_table_table('Attestation', [...attest(attestation), ...bind(inputs, delivery, run)]);
    return gate === undefined ? '' : gate_table_table('What was seen of the gate', see(inputs, gate));
}
function attest(attestation) {
    const { approvedBy, isAmbiguous, reviewers, canAdminsBypass } = attestation;
    const doubt = isAmbiguous ? ' (GitHub does not tell which review belongs to this job and attempt)' : '';
    return [
        ['Gate', attestation.gate === 'environment' ? 'environment review' : 'started by hand, digest typed'],
        ['Environment', (0,markdown/* codeSpan */.SS)(attestation.environment)],
        ['Required reviewers', names(reviewers)],
        ['Branch rule', (0,markdown/* codeSpan */.SS)(attestation.branchRule)],
        ['Administrators can bypass', BYPASS[`${canAdminsBypass}`]],
        ['Approved by', `${names(approvedBy)}${doubt}`]
    ];
}
const bind = (inputs, { header }, run) => [
    ['Digest', (0,markdown/* codeSpan */.SS)(inputs.digest)],
    ['Artifact', `${inputs.artifactId}, ${(0,markdown/* codeSpan */.SS)(`sha256:${inputs.artifactDigest}`)}`],
    ['Run', `[${run.id}, attempt ${run.attempt}](${run.url})`],
    ['Commit', (0,markdown/* codeSpan */.SS)(run.commit)],
    [
        'Tree',
        Object.entries(header?.tree ?? {})
            .map(describeFolder)
            .join('<br>')
    ]
];
function see(inputs, { environment, approvals }) {
    if (environment === undefined)
        return [['Environment', `${(0,markdown/* codeSpan */.SS)(inputs.environment)}, which does not exist`]];
    const reviews = approvals.map(({ user, state, environments }) => `${(0,markdown/* codeSpan */.SS)(user)} ${state} ${names(environments)}`);
    return [
        ['Environment', (0,markdown/* codeSpan */.SS)(environment.name)],
        ['Required reviewers', names(environment.reviewers)],
        ['Branch rule', (0,markdown/* codeSpan */.SS)((0,branch_rules/* describeBranchRule */.O3)(environment.branchRule))],
        ['Administrators can bypass', BYPASS[`${environment.canAdminsBypass}`]],
        ['Reviews of this run', reviews.join('<br>') || 'none']
    ];
}
const BYPASS = { true: 'yes', false: 'no', unknown: 'GitHub does not say' };
const names = (people) => people.map(markdown/* codeSpan */.SS).join(', ') || 'none';
const describeFolder = ([folder, hash]) => `${(0,markdown/* codeSpan */.SS)(folder)} ${(0,markdown/* codeSpan */.SS)(hash.slice(0, 12))}`;
function gate_table_table(title, rows) {
    return [`| ${title} | |`, '| --- | --- |', ...rows.map(markdown/* tableRow */.jD)].join('\n');
}

// EXTERNAL MODULE: ./actions/apply-gated/src/stack.js
var stack = __nccwpck_require__(1874);
;// CONCATENATED MODULE: ./actions/apply-gated/src/summary.js





/** The job summary: the verdict, who let it happen, what changed and what is left. */
function renderSummary(inputs, delivery, run) {
    const { outcome } = delivery;
    return paragraphs([
        `## ${ICONS[outcome.kind]} ${(0,markdown/* codeSpan */.SS)(inputs.stack)} → ${(0,markdown/* codeSpan */.SS)(inputs.environment)}`,
        describeOutcome(outcome),
        renderGate(inputs, delivery, run),
        renderDetails(outcome)
    ]);
}
const ICONS = {
    applied: '✅',
    'already-applied': '☑️',
    refused: '⛔',
    failed: '❌',
    cancelled: '⏹️',
    error: '❌'
};
function describeOutcome(outcome) {
    switch (outcome.kind) {
        case 'applied':
            return outcome.how === 'saved-plan'
                ? `Applied the approved plan: ${(0,stack/* countChanges */.xS)(outcome.changes)}.`
                : `The state moved since the plan was made; the new plan has the same digest, so it was applied: ${(0,stack/* countChanges */.xS)(outcome.changes)}.`;
        case 'already-applied':
            return 'Nothing to do: the state moved since the plan was made, and a new plan is empty. What was approved is already there.';
        case 'refused':
            return summary_alert('CAUTION', `**Nothing was applied** (\`${outcome.reason}\`). ${(0,markdown/* escapeLines */.RQ)(outcome.sentence)}`);
        case 'error':
            return summary_alert('CAUTION', `**Nothing was applied.** ${(0,markdown/* escapeLines */.RQ)(outcome.sentence)}`);
        case 'failed':
            return summary_alert('CAUTION', `**The apply failed part-way.** ${(0,markdown/* escapeLines */.RQ)(outcome.sentence)}`);
        case 'cancelled':
            return summary_alert('WARNING', (0,markdown/* escapeLines */.RQ)(outcome.sentence));
    }
}
function renderDetails(outcome) {
    switch (outcome.kind) {
        case 'applied':
            return [renderChanges('What changed', outcome.changes), renderOutputs(outcome.outputs)]
                .filter(Boolean)
                .join('\n\n');
        case 'already-applied':
            return renderOutputs(outcome.outputs);
        case 'refused':
            return outcome.differences === undefined
                ? ''
                : `### What a new plan would do differently\n\n${(0,differences/* renderDifferences */.h)(outcome.differences)}`;
        case 'failed':
            return outcome.left === undefined ? '' : renderChanges('What is left', outcome.left);
        case 'error':
            return '';
        case 'cancelled':
            return renderChanges('What was in flight', outcome.inFlight);
    }
}
const LONGEST_LIST = 500;
function renderChanges(title, changes) {
    if (changes.length === 0)
        return '';
    const lines = changes
        .slice(0, LONGEST_LIST)
        .map(({ address, actions }) => `- ${actions} ${(0,markdown/* codeSpan */.SS)(address)}`);
    const more = changes.length > LONGEST_LIST ? [`- … and ${changes.length - LONGEST_LIST} more`] : [];
    return [
        `<details${changes.length <= 20 ? ' open' : ''}><summary>${title}: ${(0,stack/* countChanges */.xS)(changes)}</summary>\n`,
        ...lines,
        ...more,
        '\n</details>'
    ].join('\n');
}
function renderOutputs({ values, withheld }) {
    const shown = Object.entries(values).map(([name, value]) => (0,markdown/* tableRow */.jD)([(0,markdown/* codeSpan */.SS)(name), (0,markdown/* codeSpan */.SS)(summary_short(JSON.stringify(value)))]));
    const hidden = withheld.map((name) => (0,markdown/* tableRow */.jD)([(0,markdown/* codeSpan */.SS)(name), '(sensitive)']));
    if (shown.length + hidden.length === 0)
        return '';
    return [(0,markdown/* tableHead */.PP)(['Output', 'Value']), ...shown, ...hidden].join('\n');
}
const summary_short = (text) => (text.length > 200 ? `${(0,markdown/* cutRunes */.CU)(text, 200)}…` : text);
const summary_alert = (kind, text) => `> [!${kind}]\n> ${text}`;

;// CONCATENATED MODULE: ./actions/apply-gated/src/report.js

/** Outputs, summary and the sentence of a red step, for every way it can end. */
function toReport(inputs, delivery, run) {
    const failure = failureOf(delivery.outcome);
    return {
        outputs: toOutputs(inputs, delivery, run),
        summary: renderSummary(inputs, delivery, run),
        ...(failure === undefined ? {} : { failure })
    };
}
/** One word for what happened: the output `reason`. */
function reasonOf(outcome) {
    switch (outcome.kind) {
        case 'applied':
        case 'already-applied':
        case 'cancelled':
        case 'error':
            return outcome.kind;
        case 'refused':
            return outcome.reason;
        case 'failed':
            return 'apply-failed';
    }
}
function failureOf(outcome) {
    switch (outcome.kind) {
        case 'applied':
        case 'already-applied':
            return undefined;
        case 'refused':
            return `Nothing was applied (${outcome.reason}): ${outcome.sentence}`;
        case 'error':
            return `Nothing was applied: ${outcome.sentence}`;
        case 'failed':
        case 'cancelled':
            return outcome.sentence;
    }
}
function toOutputs(inputs, delivery, run) {
    const { outcome, attestation } = delivery;
    return {
        applied: String(outcome.kind === 'applied'),
        reason: reasonOf(outcome),
        'approved-by': (attestation?.approvedBy ?? []).join(','),
        outputs: JSON.stringify('outputs' in outcome ? outcome.outputs.values : {}),
        result: JSON.stringify({
            applied: outcome.kind === 'applied',
            reason: reasonOf(outcome),
            sentence: failureOf(outcome) ?? null,
            stack: inputs.stack,
            environment: inputs.environment,
            digest: inputs.digest,
            commit: run.commit,
            run: run.url,
            pullRequest: delivery.pullRequest ?? null,
            gate: attestation === undefined ? null : withoutWords(attestation),
            ...detailsOf(outcome)
        })
    };
}
/** What people wrote stays where they wrote it. */
function withoutWords({ words: _words, isAmbiguous, ...attestation }) {
    return { ...attestation, ambiguous: isAmbiguous };
}
/** The members of `result` that only one kind of outcome has. */
function detailsOf(outcome) {
    switch (outcome.kind) {
        case 'applied':
            return { how: outcome.how, changes: listed(outcome.changes), ...outputsOf(outcome.outputs) };
        case 'already-applied':
            return outputsOf(outcome.outputs);
        case 'refused':
            return { differences: (outcome.differences ?? []).slice(0, report_LONGEST_LIST) };
        case 'failed':
            return { left: outcome.left === undefined ? null : listed(outcome.left) };
        case 'cancelled':
            return { inFlight: listed(outcome.inFlight) };
        case 'error':
            return {};
    }
}
const outputsOf = ({ values, withheld }) => ({
    outputs: values,
    withheldOutputs: withheld
});
/** Outputs of a job are limited to 1 MB. */
const report_LONGEST_LIST = 1000;
const listed = (changes) => ({
    total: changes.length,
    first: changes.slice(0, report_LONGEST_LIST)
});


/***/ }),

/***/ 1874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T7: () => (/* binding */ readOutputs),
/* harmony export */   Wd: () => (/* binding */ listChanges),
/* harmony export */   xS: () => (/* binding */ countChanges)
/* harmony export */ });
/* unused harmony export parseOutputs */
/* harmony import */ var _lib_terraform_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7662);
/* harmony import */ var _lib_terraform_redaction_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6918);
/* harmony import */ var _lib_terraform_risk_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3088);



/**
 * What a plan would do, in plan order: resources first, then outputs as `output.<name>`. A refresh-only plan does nothing
 * but record what it found changed.
 */
function listChanges(plan, refreshOnly) {
    const recorded = refreshOnly ? (plan.resource_drift ?? []) : [];
    const resources = [
        ...(0,_lib_terraform_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .significantChanges */ .hI)(plan).map((one) => ({ address: (0,_lib_terraform_risk_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(one), actions: wordsOf(one) })),
        ...recorded.map((one) => ({ address: (0,_lib_terraform_risk_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(one), actions: `record ${wordsOf(one)}` }))
    ];
    const outputs = Object.entries(plan.output_changes ?? {})
        .filter(([, { actions }]) => actions.some((action) => action !== 'no-op'))
        .map(([name, { actions }]) => ({ address: `output.${name}`, actions: actions.join(',') }));
    return [...resources, ...outputs];
}
/** `46 resources and 17 outputs`. */
function countChanges(changes) {
    const outputs = changes.filter(({ address }) => address.startsWith('output.')).length;
    const counts = [plural(changes.length - outputs, 'resource'), plural(outputs, 'output')];
    return counts.filter((text) => !text.startsWith('0 ')).join(' and ') || 'no changes';
}
const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
function wordsOf(one) {
    const actions = one.change.actions.filter((action) => action !== 'no-op');
    const also = [
        one.previous_address === undefined ? '' : 'move',
        one.change.importing === undefined ? '' : 'import'
    ];
    return [...actions, ...also.filter((word) => word !== '')].join(',');
}
/** The state's outputs after the apply. Values that are sensitive, or look it, stay in the state. */
async function readOutputs({ terraform, log }) {
    try {
        return parseOutputs(await terraform.output());
    }
    catch (error) {
        log.warning(`The outputs could not be read after the apply: ${error instanceof Error ? error.message : String(error)}`);
        return { values: {}, withheld: [] };
    }
}
/** Parses `terraform output -json`. */
function parseOutputs(text) {
    const outputs = Object.entries(JSON.parse(text));
    const open = outputs.filter(([, { sensitive }]) => sensitive !== true);
    return {
        values: Object.fromEntries(open.map(([name, { value = null }]) => [name, unmask(name, value)])),
        withheld: outputs.filter(([, { sensitive }]) => sensitive === true).map(([name]) => name)
    };
}
function unmask(name, value) {
    const masked = (0,_lib_terraform_redaction_js__WEBPACK_IMPORTED_MODULE_1__/* .maskSecrets */ .QU)({ [name]: value });
    return masked[name];
}


/***/ }),

/***/ 2215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ workspacePort)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/terraform/arguments.js
var terraform_arguments = __nccwpck_require__(6315);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
;// CONCATENATED MODULE: ./lib/terraform/tree.js




/** What Terraform writes by itself, unless git tracks it: another checkout will not have it. */
const WRITTEN_BY_TERRAFORM = [
    '.terraform/',
    '*.tfstate',
    '*.tfstate.*',
    '*.tfplan',
    'crash.log',
    'crash.*.log'
];
/**
 * SHA-256 of what each folder (or file) holds: path and content of every file, whether git tracks or even ignores it, for
 * a plan may read what a build left there. Two checkouts with the same files agree. Keys are paths relative to the root, with forward slashes.
 */
async function hashTree(paths, options) {
    const entries = [];
    for (const path of [...new Set(paths.map((one) => withinRoot(one, options.root)))].toSorted()) {
        entries.push([path, await hashPath(path, options)]);
    }
    return Object.fromEntries(entries);
}
/** The stack's folder and those of its local modules, as Terraform recorded them at init; told as `workingDirectory` is. */
async function readFolders(workingDirectory) {
    const manifest = join(workingDirectory, '.terraform/modules/modules.json');
    const text = await readFile(manifest, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return '{}';
        throw error;
    });
    const { Modules: modules = [] } = JSON.parse(text);
    const local = modules
        .map(({ Dir: folder }) => normalize(folder))
        .filter((folder) => !folder.split(sep).includes('.terraform'));
    return [
        ...new Set([workingDirectory, ...local.map((folder) => join(workingDirectory, folder))].map((one) => normalize(one)))
    ];
}
function withinRoot(path, root) {
    const inside = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(root, path));
    if (inside.startsWith('..') || (0,external_node_path_.isAbsolute)(inside)) {
        throw new errors/* UserError */.y(`The path '${path}' is outside the repository: a sealed plan cannot be bound to it. Move it inside.`);
    }
    return inside === '' ? '.' : inside.split(external_node_path_.sep).join('/');
}
async function hashPath(path, options) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const file of await listFiles(path, options)) {
        const content = await hashFile((0,external_node_path_.join)(options.root, file));
        if (content !== undefined)
            hash.update(`${file}\0${content}\n`);
    }
    return hash.digest('hex');
}
async function listFiles(path, options) {
    const { root, exec, signal, env, except = [] } = options;
    const args = [
        '--literal-pathspecs',
        '-c',
        'safe.directory=*',
        'ls-files',
        '-z',
        '--cached',
        '--others',
        ...WRITTEN_BY_TERRAFORM.map((pattern) => `--exclude=${pattern}`),
        '--',
        path
    ];
    const { code, stdout, stderr } = await exec('git', args, { cwd: root, env, signal });
    if (code !== 0)
        throw new errors/* UserError */.y(`git cannot list the files of '${path}': ${stderr.trim()}. Check the repository out first.`);
    const files = stdout
        .split('\0')
        .filter((file) => file !== '' && !file.split('/').includes('.terraform') && !except.includes(file));
    return [...new Set(files)].toSorted();
}
/** The content's SHA-256; of a link its target's name; undefined for what is no file (a submodule) or was deleted. */
async function hashFile(file) {
    const stats = await (0,promises_.lstat)(file).catch(() => undefined);
    if (stats === undefined || stats.isDirectory())
        return undefined;
    const content = stats.isSymbolicLink() ? `link ${await (0,promises_.readlink)(file)}` : await (0,promises_.readFile)(file);
    return (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
}

;// CONCATENATED MODULE: ./actions/apply-gated/src/workspace-port.js






/** The real checkout behind the port; `folder` is the stack's own, absolute. */
function workspacePort({ workingDirectory, env, signal, exec }) {
    const root = env['GITHUB_WORKSPACE'] || process.cwd();
    const folder = (0,external_node_path_.join)(root, workingDirectory);
    return {
        folder,
        lockFileSha256: () => workspace_port_hashFile((0,external_node_path_.join)(folder, '.terraform.lock.hcl')),
        hashTree: (folders) => hashTree(folders, { root, exec, signal, env }),
        withPlanFiles: async ({ plan, variables }, work) => {
            const room = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env['RUNNER_TEMP'] || (0,external_node_os_namespaceObject.tmpdir)(), 'caliber-apply-'));
            try {
                const saved = (0,external_node_path_.join)(room, 'saved.tfplan');
                await (0,promises_.writeFile)(saved, plan, { mode: 0o600 });
                const files = { saved, renewed: (0,external_node_path_.join)(room, 'renewed.tfplan') };
                if (variables === undefined)
                    return await work(files);
                const given = (0,external_node_path_.join)(room, terraform_arguments/* GIVEN_VARIABLES */.eO);
                await (0,promises_.writeFile)(given, variables, { mode: 0o600 });
                return await work({ ...files, variables: given });
            }
            finally {
                await (0,promises_.rm)(room, { recursive: true, force: true }).catch(() => undefined);
            }
        }
    };
}
async function workspace_port_hashFile(path) {
    try {
        return (0,external_node_crypto_.createHash)('sha256')
            .update(await (0,promises_.readFile)(path))
            .digest('hex');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return '';
        throw error;
    }
}


/***/ }),

/***/ 2442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ systemClock)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./lib/clock.js

const systemClock = {
    now: Date.now,
    sleep: (ms, signal) => (0,promises_namespaceObject.setTimeout)(ms, undefined, signal === undefined ? {} : { signal })
};


/***/ }),

/***/ 2705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ describeError),
/* harmony export */   y: () => (/* binding */ UserError)
/* harmony export */ });
/** A fault the reader of the log can mend in their own repository: its sentence is the whole message. */
class UserError extends Error {
    name = 'UserError';
}
/** One sentence for a person: a UserError's own words, otherwise the chain of causes with the AWS request id. */
function describeError(error) {
    if (error instanceof UserError)
        return error.message;
    return chain(error)
        .map((link) => describeLink(link))
        .join(' ← ');
}
function chain(error) {
    const links = [error];
    let next = error instanceof Error ? error.cause : undefined;
    while (next !== undefined && links.length < 10) {
        links.push(next);
        next = next instanceof Error ? next.cause : undefined;
    }
    return links;
}
function describeLink(link) {
    if (!(link instanceof Error))
        return String(link);
    const id = link.$metadata?.requestId;
    const name = link.name === 'Error' ? '' : `${link.name}: `;
    return `${name}${link.message}${id === undefined ? '' : ` (AWS request ${id})`}`;
}


/***/ }),

/***/ 1259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ plainDigest)
/* harmony export */ });
/** Digests are written with and without their algorithm; this is without. */
const plainDigest = (digest) => digest.replace(/^sha256:/, '').toLowerCase();


/***/ }),

/***/ 5882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O3: () => (/* binding */ describeBranchRule),
/* harmony export */   W0: () => (/* binding */ branchOf),
/* harmony export */   YL: () => (/* binding */ nameBranchRule)
/* harmony export */ });
/* unused harmony export findPolicy */
/** The branch a ref names; undefined for tags and pull requests. */
const branchOf = (ref) => after(ref, 'refs/heads/');
/** The first policy whose pattern names the ref, as GitHub matches it; undefined when none does. */
function findPolicy(policies, ref) {
    return policies.find(({ type, name }) => {
        const target = type === 'tag' ? after(ref, 'refs/tags/') : (branchOf(ref) ?? notTag(ref));
        return target !== undefined && patternToRegExp(name).test(target);
    });
}
/** The rule that admits the ref, in words; undefined when none does. */
function nameBranchRule({ branchRule }, ref, isBranchProtected) {
    switch (branchRule.kind) {
        case 'any':
            return 'any branch';
        case 'protected-branches':
            return isBranchProtected ? `protected branches (${branchOf(ref) ?? ref})` : undefined;
        case 'policies': {
            const policy = findPolicy(branchRule.policies, ref);
            return policy && `${policy.type} ${policy.name}`;
        }
    }
}
/** The whole rule in words, whether or not it admits this ref. */
function describeBranchRule(rule) {
    switch (rule.kind) {
        case 'any':
            return 'any branch';
        case 'protected-branches':
            return 'protected branches';
        case 'policies':
            return rule.policies.map(({ type, name }) => `${type} ${name}`).join(', ');
    }
}
/** Ruby's File.fnmatch with FNM_PATHNAME: `*` and `?` stay within a path segment, only `**` followed by a slash crosses them. */
function patternToRegExp(pattern) {
    const source = pattern.replaceAll(/\*\*\/|\*+|\?|\[[^\]/]+\]|[^*?[]+|\[/g, (token) => {
        if (token === '**/')
            return '(?:[^/]+/)*';
        if (token.startsWith('*'))
            return '[^/]*';
        if (token === '?')
            return '[^/]';
        if (token.length > 1 && token.startsWith('['))
            return token.replace(/^\[[!^]/, '[^').replaceAll('\\', '\\\\');
        return token.replaceAll(/[.+^${}()|[\]\\/-]/g, '\\$&');
    });
    return new RegExp(`^${source}$`);
}
/** Runs of pull requests deploy from refs/pull/12/merge, which policies name in full. */
const notTag = (ref) => (ref.startsWith('refs/tags/') ? undefined : ref);
const after = (ref, prefix) => ref.startsWith(prefix) ? ref.slice(prefix.length) : undefined;


/***/ }),

/***/ 9692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mr: () => (/* binding */ orMissing),
/* harmony export */   Ro: () => (/* binding */ hasStatus),
/* harmony export */   UY: () => (/* binding */ connectGitHub),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2442);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2705);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7022);



/** Connects to the API that the runner names, with the job's token; the client is loaded with the first request. */
function connectGitHub({ token, context, log, signal, maxWaitMs = 10_000 }) {
    let client;
    const connect = () => (client ??= openOctokit({ token, context, log, signal }));
    const callOnce = async (what, request) => {
        try {
            return await request(await connect());
        }
        catch (error) {
            signal.throwIfAborted();
            throw explain(what, error);
        }
    };
    return {
        context,
        log,
        signal,
        token,
        repo: { owner: context.repository.owner, repo: context.repository.name },
        callOnce,
        call: (what, request) => (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(() => callOnce(what, request).catch(waitAsAsked(signal)), {
            attempts: 5,
            maxWaitMs,
            deadlineMs: 180_000,
            isTransient,
            signal
        })
    };
}
async function openOctokit({ token, context, log, signal }) {
    const { getOctokit } = await __nccwpck_require__.e(/* import() */ 329).then(__nccwpck_require__.bind(__nccwpck_require__, 1329));
    const octokit = getOctokit(token, { baseUrl: context.apiUrl, log: quiet(log) });
    octokit.hook.before('request', (options) => {
        options.request.signal = signal;
    });
    return octokit;
}
/** A request that GitHub answered with an error; `status` is HTTP's. What failed and what to do is in the message. */
class GitHubError extends _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y {
    name = 'GitHubError';
    status;
    isTransient;
    /** How long GitHub asks to wait before the next attempt; 0 when it does not say. */
    retryAfterMs;
    /** The permission that would have done, as `actions: read`; '' when GitHub does not say. */
    needs;
    constructor(message, facts) {
        super(message, { cause: facts.cause });
        this.status = facts.status;
        this.isTransient = facts.isTransient;
        this.retryAfterMs = facts.retryAfterMs;
        this.needs = facts.needs ?? '';
    }
}
/** True when GitHub answered with this HTTP status. */
const hasStatus = (error, status) => error instanceof GitHubError && error.status === status;
/** Undefined in place of a 404. */
async function orMissing(request) {
    try {
        return await request;
    }
    catch (error) {
        if (hasStatus(error, 404))
            return undefined;
        throw error;
    }
}
/** Waits as long as GitHub asked (at most a minute) before the fault goes on to the retry. */
const waitAsAsked = (signal) => async (error) => {
    if (error instanceof GitHubError && error.isTransient && error.retryAfterMs > 0) {
        await _clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m.sleep(Math.min(error.retryAfterMs, 60_000), signal);
    }
    throw error;
};
const isTransient = (error) => error instanceof GitHubError && error.isTransient;
function isRequestError(error) {
    return error instanceof Error && typeof error.status === 'number';
}
function explain(what, error) {
    if (error instanceof GitHubError || !isRequestError(error))
        return error;
    const isLimited = isRateLimit(error);
    if (error.status === 403 && !isLimited)
        return forbidden(what, error);
    if (error.status === 401) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`GitHub does not accept the token for '${what}': ${error.message}. Pass github-token: \${{ github.token }}.`, {
            cause: error
        });
    }
    const passes = error.status >= 500 || isLimited;
    const next = passes ? '. Run the job again; www.githubstatus.com tells of incidents.' : '';
    return new GitHubError(`GitHub answered ${error.status} to '${what}': ${error.message}${next}`, {
        status: error.status,
        isTransient: passes,
        retryAfterMs: (Number(error.response?.headers['retry-after']) || 0) * 1000,
        cause: error
    });
}
/** GitHub says in a header which permission would have been enough. */
function forbidden(what, error) {
    const needs = String(error.response?.headers['x-accepted-github-permissions'] ?? '').replaceAll('=', ': ');
    const hint = needs === '' ? "the permission it needs (see the action's README)" : `'${needs}'`;
    return new GitHubError(`The token may not do '${what}': ${error.message}. Grant ${hint} under 'permissions:' of the job; pull requests from forks and Dependabot never get write access.`, { status: 403, isTransient: false, retryAfterMs: 0, needs, cause: error });
}
function isRateLimit({ status, message, response }) {
    if (status === 429)
        return true;
    return (status === 403 &&
        (/rate limit|abuse detection/i.test(message) || response?.headers['x-ratelimit-remaining'] === '0'));
}
const quiet = (log) => ({
    debug: log.debug,
    info: log.debug,
    warn: log.debug,
    error: log.debug
});


/***/ }),

/***/ 883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  xF: () => (/* binding */ headSha),
  yI: () => (/* binding */ readContext),
  Vp: () => (/* binding */ runUrl)
});

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
// EXTERNAL MODULE: ./lib/github/payload.js
var payload = __nccwpck_require__(7308);
;// CONCATENATED MODULE: ./lib/github/context.js



/** Reads the run's facts from the runner's environment and the event file. */
function readContext(env) {
    const [owner = '', name = ''] = variable(env, 'GITHUB_REPOSITORY').split('/');
    const event = readEvent(env['GITHUB_EVENT_PATH']);
    const actor = variable(env, 'GITHUB_ACTOR');
    const pullRequest = parsePullRequest(event['pull_request']);
    return {
        repository: { owner, name, id: variable(env, 'GITHUB_REPOSITORY_ID'), private: isPrivate(event) },
        sha: variable(env, 'GITHUB_SHA'),
        ref: variable(env, 'GITHUB_REF'),
        runId: Number(variable(env, 'GITHUB_RUN_ID')),
        runAttempt: Number(variable(env, 'GITHUB_RUN_ATTEMPT')),
        eventName: variable(env, 'GITHUB_EVENT_NAME'),
        event,
        actor,
        triggeringActor: env['GITHUB_TRIGGERING_ACTOR'] || actor,
        serverUrl: env['GITHUB_SERVER_URL'] || 'https://github.com',
        apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
        job: env['GITHUB_JOB'] ?? '',
        workflow: env['GITHUB_WORKFLOW'] ?? '',
        ...(pullRequest === undefined ? {} : { pullRequest })
    };
}
/** The head of the pull request, or else the commit that the run is of: what artifacts and check runs are recorded under. */
const headSha = (context) => context.pullRequest?.headSha ?? context.sha;
/** The page of the run, for people. */
const runUrl = ({ serverUrl, repository, runId }) => `${serverUrl}/${repository.owner}/${repository.name}/actions/runs/${runId}`;
function variable(env, name) {
    const value = env[name];
    if (value === undefined || value === '') {
        throw new errors/* UserError */.y(`${name} is not set, so this is no step of a GitHub Actions job. Run the action in a workflow.`);
    }
    return value;
}
function readEvent(path) {
    if (path === undefined || path === '')
        return {};
    try {
        return (0,payload/* asRecord */.q)(JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8'))) ?? {};
    }
    catch (cause) {
        throw new Error(`The event file ${path} (GITHUB_EVENT_PATH) cannot be read as JSON`, { cause });
    }
}
const isPrivate = (event) => (0,payload/* asRecord */.q)(event['repository'])?.['private'] === true;
function parsePullRequest(value) {
    const pull = (0,payload/* asRecord */.q)(value);
    const head = (0,payload/* asRecord */.q)(pull?.['head']);
    if (pull === undefined || head === undefined)
        return undefined;
    const headRepositoryId = (0,payload/* textAt */.$)(head, 'repo', 'id');
    return {
        number: Number((0,payload/* textAt */.$)(pull, 'number')),
        headSha: (0,payload/* textAt */.$)(head, 'sha'),
        baseRef: (0,payload/* textAt */.$)(pull, 'base', 'ref'),
        author: (0,payload/* textAt */.$)(pull, 'user', 'login'),
        ...(headRepositoryId === '' ? {} : { headRepositoryId })
    };
}


/***/ }),

/***/ 625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  jv: () => (/* binding */ gatePort),
  xN: () => (/* binding */ isTyped),
  u2: () => (/* binding */ observeGate)
});

// EXTERNAL MODULE: ./lib/github/branch-rules.js
var branch_rules = __nccwpck_require__(5882);
// EXTERNAL MODULE: ./lib/github/connection.js
var connection = __nccwpck_require__(9692);
// EXTERNAL MODULE: ./lib/github/payload.js
var payload = __nccwpck_require__(7308);
;// CONCATENATED MODULE: ./lib/github/environments.js


/** An environment's protection; undefined when it does not exist (GitHub would create it unprotected). */
async function describeEnvironment(github, name) {
    const response = await (0,connection/* orMissing */.Mr)(github.call(`describe environment ${name}`, (octokit) => octokit.request('GET /repos/{owner}/{repo}/environments/{environment_name}', {
        ...github.repo,
        environment_name: name
    })));
    if (response === undefined)
        return undefined;
    const { data } = response;
    const rules = (data.protection_rules ?? []).map((rule) => (0,payload/* asRecord */.q)(rule) ?? {});
    const review = rules.find((rule) => rule['type'] === 'required_reviewers');
    return {
        name: data.name,
        url: data.html_url,
        reviewers: parseReviewers(review?.['reviewers']),
        preventSelfReview: review?.['prevent_self_review'] === true,
        branchRule: await describeBranchRule(github, name, data.deployment_branch_policy ?? null),
        canAdminsBypass: parseBypass(data.can_admins_bypass)
    };
}
/** Every review of a run, of all environments and attempts. */
async function listApprovals(github, runId) {
    const { data } = await github.call('list the approvals of the run', (octokit) => octokit.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals', {
        ...github.repo,
        run_id: runId
    }));
    return data.map(({ state, user, comment, environments }) => ({
        state,
        user: user.login,
        comment,
        environments: environments.map(({ name = '' }) => name)
    }));
}
/** True when the branch has a protection rule or a ruleset. */
async function isProtectedBranch(github, branch) {
    const response = await (0,connection/* orMissing */.Mr)(github.call(`describe branch ${branch}`, (octokit) => octokit.request('GET /repos/{owner}/{repo}/branches/{branch}', { ...github.repo, branch })));
    return response?.data.protected === true;
}
async function describeBranchRule(github, environment, policy) {
    if (policy?.protected_branches)
        return { kind: 'protected-branches' };
    if (!policy?.custom_branch_policies)
        return { kind: 'any' };
    const { data } = await github.call(`list the branch policies of environment ${environment}`, (octokit) => octokit.request('GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies', {
        ...github.repo,
        environment_name: environment,
        per_page: 100
    }));
    const policies = data.branch_policies.map((one) => ({
        name: one.name ?? '',
        type: one.type === 'tag' ? 'tag' : 'branch'
    }));
    return { kind: 'policies', policies };
}
function parseReviewers(value) {
    if (!Array.isArray(value))
        return [];
    return value.map((entry) => (0,payload/* textAt */.$)(entry, 'reviewer', 'login') || `@${(0,payload/* textAt */.$)(entry, 'reviewer', 'slug')}`);
}
const parseBypass = (value) => (typeof value === 'boolean' ? value : 'unknown');

// EXTERNAL MODULE: ./lib/github/pulls.js
var pulls = __nccwpck_require__(738);
;// CONCATENATED MODULE: ./lib/github/gate-facts.js



/** The real GitHub behind the port. */
const gatePort = (github) => ({
    describeEnvironment: (name) => describeEnvironment(github, name),
    isProtectedBranch: (branch) => isProtectedBranch(github, branch),
    listApprovals: () => listApprovals(github, github.context.runId),
    commitAuthors: (sha) => (0,pulls/* commitAuthors */.A)(github, sha)
});
/** Looks at the gate from inside the job. */
async function observeGate(sought, { context, github }) {
    const environment = await github.describeEnvironment(sought.environment);
    const branch = (0,branch_rules/* branchOf */.W0)(context.ref);
    return {
        environment,
        isBranchProtected: environment?.branchRule.kind === 'protected-branches' &&
            branch !== undefined &&
            (await github.isProtectedBranch(branch)),
        approvals: sought.byReview && environment !== undefined ? await github.listApprovals() : [],
        commitAuthors: sought.isOfStarter ? [] : await github.commitAuthors(context.sha),
        pullRequestAuthor: sought.pullRequestAuthor
    };
}
/** Whether a person started the run by hand, and so typed what it is about. Of a bot's run nobody knows who that was. */
const isTyped = ({ eventName, actor, triggeringActor }) => eventName === 'workflow_dispatch' && ![actor, triggeringActor].some((login) => login.endsWith('[bot]'));


/***/ }),

/***/ 7308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ textAt),
/* harmony export */   q: () => (/* binding */ asRecord)
/* harmony export */ });
/** The value as a record, undefined when it is none. */
function asRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
/** The text or number at a path inside a webhook's payload; '' when there is none. */
function textAt(value, ...path) {
    const end = path.reduce((inner, name) => asRecord(inner)?.[name], value);
    return typeof end === 'string' || typeof end === 'number' ? String(end) : '';
}


/***/ }),

/***/ 738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ commitAuthors),
/* harmony export */   _: () => (/* binding */ pullRequestOf)
/* harmony export */ });
/** The merged pull request whose merge made this commit; undefined for a commit that was pushed directly. */
async function pullRequestOf(github, sha) {
    const pulls = await github.call('find the pull request of the commit', (octokit) => octokit.paginate('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
        ...github.repo,
        commit_sha: sha,
        per_page: 100
    }));
    const merged = pulls.find((pull) => pull.merged_at !== null && pull.merge_commit_sha === sha);
    if (merged === undefined)
        return undefined;
    const headRepository = merged.head.repo?.id;
    return {
        number: merged.number,
        headSha: merged.head.sha,
        baseRef: merged.base.ref,
        author: merged.user?.login ?? '',
        ...(headRepository === undefined ? {} : { headRepositoryId: String(headRepository) })
    };
}
/** Logins of a commit's author and committer; GitHub's own committer (web-flow) is left out. */
async function commitAuthors(github, sha) {
    const { data } = await github.call('read the commit', (octokit) => octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', { ...github.repo, ref: sha }));
    const logins = [data.author, data.committer].map((person) => person?.login ?? '');
    return [...new Set(logins.filter((login) => login !== '' && login !== 'web-flow'))];
}


/***/ }),

/***/ 5347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ ArtifactError),
  $: () => (/* binding */ zip_unzip)
});

;// CONCATENATED MODULE: external "module"
const external_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");
;// CONCATENATED MODULE: ../../node_modules/fflate/esm/index.mjs

var esm_require = (0,external_module_namespaceObject.createRequire)('/');
// DEFLATE is a complex format; to read this code, you should probably check the RFC first:
// https://tools.ietf.org/html/rfc1951
// You may also wish to take a look at the guide I made about this program:
// https://gist.github.com/101arrowz/253f31eb5abc3d9275ab943003ffecad
// Some of the following code is similar to that of UZIP.js:
// https://github.com/photopea/UZIP.js
// However, the vast majority of the codebase has diverged from UZIP.js to increase performance and reduce bundle size.
// Sometimes 0 will appear where -1 would be more appropriate. This is because using a uint
// is better for memory in most engines (I *think*).
var _a;
// Mediocre shim
var Worker;
var isMarkedAsUntransferable;
var workerAdd = ";var __w=require('worker_threads');__w.parentPort.on('message',function(m){onmessage({data:m})}),postMessage=function(m,t){__w.parentPort.postMessage(m,t)},close=process.exit;self=global";
try {
    (_a = esm_require('worker_threads'), Worker = _a.Worker, isMarkedAsUntransferable = _a.isMarkedAsUntransferable);
}
catch (e) {
}
var wk = (/* unused pure expression or super */ null && (Worker ? function (c, _, msg, transfer, cb) {
    var done = false;
    var w = new Worker(c + workerAdd, { eval: true })
        .on('error', function (e) { return cb(e, null); })
        .on('message', function (m) { return cb(null, m); })
        .on('exit', function (c) {
        if (c && !done)
            cb(new Error('exited with code ' + c), null);
    });
    if (isMarkedAsUntransferable)
        transfer = transfer.filter(function (t) { return !isMarkedAsUntransferable(t); });
    w.postMessage(msg, transfer);
    w.terminate = function () {
        done = true;
        return Worker.prototype.terminate.call(w);
    };
    return w;
} : function (_, __, ___, ____, cb) {
    setImmediate(function () { return cb(new Error('async operations unsupported - update to Node 12+ (or Node 10-11 with the --experimental-worker CLI flag)'), null); });
    var NOP = function () { };
    return {
        terminate: NOP,
        postMessage: NOP
    };
}));

// aliases for shorter compressed code (most minifers don't do this)
var u8 = Uint8Array, u16 = Uint16Array, i32 = Int32Array;
// fixed length extra bits
var fleb = new u8([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0, /* unused */ 0, 0, /* impossible */ 0]);
// fixed distance extra bits
var fdeb = new u8([0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, /* unused */ 0, 0]);
// code length index map
var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
// get base, reverse index map from extra bits
var freb = function (eb, start) {
    var b = new u16(31);
    for (var i = 0; i < 31; ++i) {
        b[i] = start += 1 << eb[i - 1];
    }
    // numbers here are at max 18 bits
    var r = new i32(b[30]);
    for (var i = 1; i < 30; ++i) {
        for (var j = b[i]; j < b[i + 1]; ++j) {
            r[j] = ((j - b[i]) << 5) | i;
        }
    }
    return { b: b, r: r };
};
var _a = freb(fleb, 2), fl = _a.b, revfl = _a.r;
// we can ignore the fact that the other numbers are wrong; they never happen anyway
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0), fd = _b.b, revfd = _b.r;
// map of value to reverse (assuming 16 bits)
var rev = new u16(32768);
for (var i = 0; i < 32768; ++i) {
    // reverse table algorithm from SO
    var x = ((i & 0xAAAA) >> 1) | ((i & 0x5555) << 1);
    x = ((x & 0xCCCC) >> 2) | ((x & 0x3333) << 2);
    x = ((x & 0xF0F0) >> 4) | ((x & 0x0F0F) << 4);
    rev[i] = (((x & 0xFF00) >> 8) | ((x & 0x00FF) << 8)) >> 1;
}
// create huffman tree from u8 "map": index -> code length for code index
// mb (max bits) must be at most 15
// TODO: optimize/split up?
var hMap = (function (cd, mb, r) {
    var s = cd.length;
    // index
    var i = 0;
    // u16 "map": index -> # of codes with bit length = index
    var l = new u16(mb);
    // length of cd must be 288 (total # of codes)
    for (; i < s; ++i) {
        if (cd[i])
            ++l[cd[i] - 1];
    }
    // u16 "map": index -> minimum code for bit length = index
    var le = new u16(mb);
    for (i = 1; i < mb; ++i) {
        le[i] = (le[i - 1] + l[i - 1]) << 1;
    }
    var co;
    if (r) {
        // u16 "map": index -> number of actual bits, symbol for code
        co = new u16(1 << mb);
        // bits to remove for reverser
        var rvb = 15 - mb;
        for (i = 0; i < s; ++i) {
            // ignore 0 lengths
            if (cd[i]) {
                // num encoding both symbol and bits read
                var sv = (i << 4) | cd[i];
                // free bits
                var r_1 = mb - cd[i];
                // start value
                var v = le[cd[i] - 1]++ << r_1;
                // m is end value
                for (var m = v | ((1 << r_1) - 1); v <= m; ++v) {
                    // every 16 bit value starting with the code yields the same result
                    co[rev[v] >> rvb] = sv;
                }
            }
        }
    }
    else {
        co = new u16(s);
        for (i = 0; i < s; ++i) {
            if (cd[i]) {
                co[i] = rev[le[cd[i] - 1]++] >> (15 - cd[i]);
            }
        }
    }
    return co;
});
// fixed length tree
var flt = new u8(288);
for (var i = 0; i < 144; ++i)
    flt[i] = 8;
for (var i = 144; i < 256; ++i)
    flt[i] = 9;
for (var i = 256; i < 280; ++i)
    flt[i] = 7;
for (var i = 280; i < 288; ++i)
    flt[i] = 8;
// fixed distance tree
var fdt = new u8(32);
for (var i = 0; i < 32; ++i)
    fdt[i] = 5;
// fixed length map
var flm = /*#__PURE__*/ (/* unused pure expression or super */ null && (hMap(flt, 9, 0))), flrm = /*#__PURE__*/ hMap(flt, 9, 1);
// fixed distance map
var fdm = /*#__PURE__*/ (/* unused pure expression or super */ null && (hMap(fdt, 5, 0))), fdrm = /*#__PURE__*/ hMap(fdt, 5, 1);
// find max of array
var max = function (a) {
    var m = a[0];
    for (var i = 1; i < a.length; ++i) {
        if (a[i] > m)
            m = a[i];
    }
    return m;
};
// read d, starting at bit p and mask with m
var bits = function (d, p, m) {
    var o = (p / 8) | 0;
    return ((d[o] | (d[o + 1] << 8)) >> (p & 7)) & m;
};
// read d, starting at bit p continuing for at least 16 bits
var bits16 = function (d, p) {
    var o = (p / 8) | 0;
    return ((d[o] | (d[o + 1] << 8) | (d[o + 2] << 16)) >> (p & 7));
};
// get end of byte
var shft = function (p) { return ((p + 7) / 8) | 0; };
// typed array slice - allows garbage collector to free original reference,
// while being more compatible than .slice
var slc = function (v, s, e) {
    if (s == null || s < 0)
        s = 0;
    if (e == null || e > v.length)
        e = v.length;
    // can't use .constructor in case user-supplied
    return new u8(v.subarray(s, e));
};
/**
 * Codes for errors generated within this library
 */
var FlateErrorCode = {
    UnexpectedEOF: 0,
    InvalidBlockType: 1,
    InvalidLengthLiteral: 2,
    InvalidDistance: 3,
    StreamFinished: 4,
    NoStreamHandler: 5,
    InvalidHeader: 6,
    NoCallback: 7,
    InvalidUTF8: 8,
    ExtraFieldTooLong: 9,
    InvalidDate: 10,
    FilenameTooLong: 11,
    StreamFinishing: 12,
    InvalidZipData: 13,
    UnknownCompressionMethod: 14
};
// error codes
var ec = [
    'unexpected EOF',
    'invalid block type',
    'invalid length/literal',
    'invalid distance',
    'stream finished',
    'no stream handler',
    , // determined by compression function
    'no callback',
    'invalid UTF-8 data',
    'extra field too long',
    'date not in range 1980-2099',
    'filename too long',
    'stream finishing',
    'invalid zip data'
    // determined by unknown compression method
];
;
var err = function (ind, msg, nt) {
    var e = new Error(msg || ec[ind]);
    e.code = ind;
    if (Error.captureStackTrace)
        Error.captureStackTrace(e, err);
    if (!nt)
        throw e;
    return e;
};
// expands raw DEFLATE data
var inflt = function (dat, st, buf, dict) {
    // source length       dict length
    var sl = dat.length, dl = dict ? dict.length : 0;
    if (!sl || st.f && !st.l)
        return buf || new u8(0);
    var noBuf = !buf;
    // have to estimate size
    var resize = noBuf || st.i != 2;
    // no state
    var noSt = st.i;
    // Assumes roughly 33% compression ratio average
    if (noBuf)
        buf = new u8(sl * 3);
    // ensure buffer can fit at least l elements
    var cbuf = function (l) {
        var bl = buf.length;
        // need to increase size to fit
        if (l > bl) {
            // Double or set to necessary, whichever is greater
            var nbuf = new u8(Math.max(bl * 2, l));
            nbuf.set(buf);
            buf = nbuf;
        }
    };
    //  last chunk         bitpos           bytes
    var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
    // total bits
    var tbts = sl * 8;
    do {
        if (!lm) {
            // BFINAL - this is only 1 when last chunk is next
            final = bits(dat, pos, 1);
            // type: 0 = no compression, 1 = fixed huffman, 2 = dynamic huffman
            var type = bits(dat, pos + 1, 3);
            pos += 3;
            if (!type) {
                // go to end of byte boundary
                var s = shft(pos) + 4, l = dat[s - 4] | (dat[s - 3] << 8), t = s + l;
                if (t > sl) {
                    if (noSt)
                        err(0);
                    break;
                }
                // ensure size
                if (resize)
                    cbuf(bt + l);
                // Copy over uncompressed data
                buf.set(dat.subarray(s, t), bt);
                // Get new bitpos, update byte count
                st.b = bt += l, st.p = pos = t * 8, st.f = final;
                continue;
            }
            else if (type == 1)
                lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
            else if (type == 2) {
                //  literal                            lengths
                var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
                var tl = hLit + bits(dat, pos + 5, 31) + 1;
                pos += 14;
                // length+distance tree
                var ldt = new u8(tl);
                // code length tree
                var clt = new u8(19);
                for (var i = 0; i < hcLen; ++i) {
                    // use index map to get real code
                    clt[clim[i]] = bits(dat, pos + i * 3, 7);
                }
                pos += hcLen * 3;
                // code lengths bits
                var clb = max(clt), clbmsk = (1 << clb) - 1;
                // code lengths map
                var clm = hMap(clt, clb, 1);
                for (var i = 0; i < tl;) {
                    var r = clm[bits(dat, pos, clbmsk)];
                    // bits read
                    pos += r & 15;
                    // symbol
                    var s = r >> 4;
                    // code length to copy
                    if (s < 16) {
                        ldt[i++] = s;
                    }
                    else {
                        //  copy   count
                        var c = 0, n = 0;
                        if (s == 16)
                            n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i - 1];
                        else if (s == 17)
                            n = 3 + bits(dat, pos, 7), pos += 3;
                        else if (s == 18)
                            n = 11 + bits(dat, pos, 127), pos += 7;
                        while (n--)
                            ldt[i++] = c;
                    }
                }
                //    length tree                 distance tree
                var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
                // max length bits
                lbt = max(lt);
                // max dist bits
                dbt = max(dt);
                lm = hMap(lt, lbt, 1);
                dm = hMap(dt, dbt, 1);
            }
            else
                err(1);
            if (pos > tbts) {
                if (noSt)
                    err(0);
                break;
            }
        }
        // Make sure the buffer can hold this + the largest possible addition
        // Maximum chunk size (practically, theoretically infinite) is 2^17
        if (resize)
            cbuf(bt + 131072);
        var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
        var lpos = pos;
        for (;; lpos = pos) {
            // bits read, code
            var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
            pos += c & 15;
            if (pos > tbts) {
                if (noSt)
                    err(0);
                break;
            }
            if (!c)
                err(2);
            if (sym < 256)
                buf[bt++] = sym;
            else if (sym == 256) {
                lpos = pos, lm = null;
                break;
            }
            else {
                var add = sym - 254;
                // no extra bits needed if less
                if (sym > 264) {
                    // index
                    var i = sym - 257, b = fleb[i];
                    add = bits(dat, pos, (1 << b) - 1) + fl[i];
                    pos += b;
                }
                // dist
                var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
                if (!d)
                    err(3);
                pos += d & 15;
                var dt = fd[dsym];
                if (dsym > 3) {
                    var b = fdeb[dsym];
                    dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
                }
                if (pos > tbts) {
                    if (noSt)
                        err(0);
                    break;
                }
                if (resize)
                    cbuf(bt + 131072);
                var end = bt + add;
                if (bt < dt) {
                    var shift = dl - dt, dend = Math.min(dt, end);
                    if (shift + bt < 0)
                        err(3);
                    for (; bt < dend; ++bt)
                        buf[bt] = dict[shift + bt];
                }
                for (; bt < end; ++bt)
                    buf[bt] = buf[bt - dt];
            }
        }
        st.l = lm, st.p = lpos, st.b = bt, st.f = final;
        if (lm)
            final = 1, st.m = lbt, st.d = dm, st.n = dbt;
    } while (!final);
    // don't reallocate for streams or user buffers
    return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
// starting at p, write the minimum number of bits that can hold v to d
var wbits = function (d, p, v) {
    v <<= p & 7;
    var o = (p / 8) | 0;
    d[o] |= v;
    d[o + 1] |= v >> 8;
};
// starting at p, write the minimum number of bits (>8) that can hold v to d
var wbits16 = function (d, p, v) {
    v <<= p & 7;
    var o = (p / 8) | 0;
    d[o] |= v;
    d[o + 1] |= v >> 8;
    d[o + 2] |= v >> 16;
};
// creates code lengths from a frequency table
var hTree = function (d, mb) {
    // Need extra info to make a tree
    var t = [];
    for (var i = 0; i < d.length; ++i) {
        if (d[i])
            t.push({ s: i, f: d[i] });
    }
    var s = t.length;
    var t2 = t.slice();
    if (!s)
        return { t: et, l: 0 };
    if (s == 1) {
        var v = new u8(t[0].s + 1);
        v[t[0].s] = 1;
        return { t: v, l: 1 };
    }
    t.sort(function (a, b) { return a.f - b.f; });
    // after i2 reaches last ind, will be stopped
    // freq must be greater than largest possible number of symbols
    t.push({ s: -1, f: 25001 });
    var l = t[0], r = t[1], i0 = 0, i1 = 1, i2 = 2;
    t[0] = { s: -1, f: l.f + r.f, l: l, r: r };
    // efficient algorithm from UZIP.js
    // i0 is lookbehind, i2 is lookahead - after processing two low-freq
    // symbols that combined have high freq, will start processing i2 (high-freq,
    // non-composite) symbols instead
    // see https://reddit.com/r/photopea/comments/ikekht/uzipjs_questions/
    while (i1 != s - 1) {
        l = t[t[i0].f < t[i2].f ? i0++ : i2++];
        r = t[i0 != i1 && t[i0].f < t[i2].f ? i0++ : i2++];
        t[i1++] = { s: -1, f: l.f + r.f, l: l, r: r };
    }
    var maxSym = t2[0].s;
    for (var i = 1; i < s; ++i) {
        if (t2[i].s > maxSym)
            maxSym = t2[i].s;
    }
    // code lengths
    var tr = new u16(maxSym + 1);
    // max bits in tree
    var mbt = ln(t[i1 - 1], tr, 0);
    if (mbt > mb) {
        // more algorithms from UZIP.js
        // TODO: find out how this code works (debt)
        //  ind    debt
        var i = 0, dt = 0;
        //    left            cost
        var lft = mbt - mb, cst = 1 << lft;
        t2.sort(function (a, b) { return tr[b.s] - tr[a.s] || a.f - b.f; });
        for (; i < s; ++i) {
            var i2_1 = t2[i].s;
            if (tr[i2_1] > mb) {
                dt += cst - (1 << (mbt - tr[i2_1]));
                tr[i2_1] = mb;
            }
            else
                break;
        }
        dt >>= lft;
        while (dt > 0) {
            var i2_2 = t2[i].s;
            if (tr[i2_2] < mb)
                dt -= 1 << (mb - tr[i2_2]++ - 1);
            else
                ++i;
        }
        for (; i >= 0 && dt; --i) {
            var i2_3 = t2[i].s;
            if (tr[i2_3] == mb) {
                --tr[i2_3];
                ++dt;
            }
        }
        mbt = mb;
    }
    return { t: new u8(tr), l: mbt };
};
// get the max length and assign length codes
var ln = function (n, l, d) {
    return n.s == -1
        ? Math.max(ln(n.l, l, d + 1), ln(n.r, l, d + 1))
        : (l[n.s] = d);
};
// length codes generation
var lc = function (c) {
    var s = c.length;
    // Note that the semicolon was intentional
    while (s && !c[--s])
        ;
    var cl = new u16(++s);
    //  ind      num         streak
    var cli = 0, cln = c[0], cls = 1;
    var w = function (v) { cl[cli++] = v; };
    for (var i = 1; i <= s; ++i) {
        if (c[i] == cln && i != s)
            ++cls;
        else {
            if (!cln && cls > 2) {
                for (; cls > 138; cls -= 138)
                    w(32754);
                if (cls > 2) {
                    w(cls > 10 ? ((cls - 11) << 5) | 28690 : ((cls - 3) << 5) | 12305);
                    cls = 0;
                }
            }
            else if (cls > 3) {
                w(cln), --cls;
                for (; cls > 6; cls -= 6)
                    w(8304);
                if (cls > 2)
                    w(((cls - 3) << 5) | 8208), cls = 0;
            }
            while (cls--)
                w(cln);
            cls = 1;
            cln = c[i];
        }
    }
    return { c: cl.subarray(0, cli), n: s };
};
// calculate the length of output from tree, code lengths
var clen = function (cf, cl) {
    var l = 0;
    for (var i = 0; i < cl.length; ++i)
        l += cf[i] * cl[i];
    return l;
};
// writes a fixed block
// returns the new bit pos
var wfblk = function (out, pos, dat) {
    // no need to write 00 as type: TypedArray defaults to 0
    var s = dat.length;
    var o = shft(pos + 2);
    out[o] = s & 255;
    out[o + 1] = s >> 8;
    out[o + 2] = out[o] ^ 255;
    out[o + 3] = out[o + 1] ^ 255;
    for (var i = 0; i < s; ++i)
        out[o + i + 4] = dat[i];
    return (o + 4 + s) * 8;
};
// writes a block
var wblk = function (dat, out, final, syms, lf, df, eb, li, bs, bl, p) {
    wbits(out, p++, final);
    ++lf[256];
    var _a = hTree(lf, 15), dlt = _a.t, mlb = _a.l;
    var _b = hTree(df, 15), ddt = _b.t, mdb = _b.l;
    var _c = lc(dlt), lclt = _c.c, nlc = _c.n;
    var _d = lc(ddt), lcdt = _d.c, ndc = _d.n;
    var lcfreq = new u16(19);
    for (var i = 0; i < lclt.length; ++i)
        ++lcfreq[lclt[i] & 31];
    for (var i = 0; i < lcdt.length; ++i)
        ++lcfreq[lcdt[i] & 31];
    var _e = hTree(lcfreq, 7), lct = _e.t, mlcb = _e.l;
    var nlcc = 19;
    for (; nlcc > 4 && !lct[clim[nlcc - 1]]; --nlcc)
        ;
    var flen = (bl + 5) << 3;
    var ftlen = clen(lf, flt) + clen(df, fdt) + eb;
    var dtlen = clen(lf, dlt) + clen(df, ddt) + eb + 14 + 3 * nlcc + clen(lcfreq, lct) + 2 * lcfreq[16] + 3 * lcfreq[17] + 7 * lcfreq[18];
    if (bs >= 0 && flen <= ftlen && flen <= dtlen)
        return wfblk(out, p, dat.subarray(bs, bs + bl));
    var lm, ll, dm, dl;
    wbits(out, p, 1 + (dtlen < ftlen)), p += 2;
    if (dtlen < ftlen) {
        lm = hMap(dlt, mlb, 0), ll = dlt, dm = hMap(ddt, mdb, 0), dl = ddt;
        var llm = hMap(lct, mlcb, 0);
        wbits(out, p, nlc - 257);
        wbits(out, p + 5, ndc - 1);
        wbits(out, p + 10, nlcc - 4);
        p += 14;
        for (var i = 0; i < nlcc; ++i)
            wbits(out, p + 3 * i, lct[clim[i]]);
        p += 3 * nlcc;
        var lcts = [lclt, lcdt];
        for (var it = 0; it < 2; ++it) {
            var clct = lcts[it];
            for (var i = 0; i < clct.length; ++i) {
                var len = clct[i] & 31;
                wbits(out, p, llm[len]), p += lct[len];
                if (len > 15)
                    wbits(out, p, (clct[i] >> 5) & 127), p += clct[i] >> 12;
            }
        }
    }
    else {
        lm = flm, ll = flt, dm = fdm, dl = fdt;
    }
    for (var i = 0; i < li; ++i) {
        var sym = syms[i];
        if (sym > 255) {
            var len = (sym >> 18) & 31;
            wbits16(out, p, lm[len + 257]), p += ll[len + 257];
            if (len > 7)
                wbits(out, p, (sym >> 23) & 31), p += fleb[len];
            var dst = sym & 31;
            wbits16(out, p, dm[dst]), p += dl[dst];
            if (dst > 3)
                wbits16(out, p, (sym >> 5) & 8191), p += fdeb[dst];
        }
        else {
            wbits16(out, p, lm[sym]), p += ll[sym];
        }
    }
    wbits16(out, p, lm[256]);
    return p + ll[256];
};
// deflate options (nice << 13) | chain
var deo = /*#__PURE__*/ new i32([65540, 131080, 131088, 131104, 262176, 1048704, 1048832, 2114560, 2117632]);
// empty
var et = /*#__PURE__*/ new u8(0);
// compresses data into a raw DEFLATE buffer
var dflt = function (dat, lvl, plvl, pre, post, st) {
    var s = st.z || dat.length;
    var o = new u8(pre + s + 5 * (1 + Math.ceil(s / 7000)) + post);
    // writing to this writes to the output buffer
    var w = o.subarray(pre, o.length - post);
    var lst = st.l;
    var pos = (st.r || 0) & 7;
    if (lvl) {
        if (pos)
            w[0] = st.r >> 3;
        var opt = deo[lvl - 1];
        var n = opt >> 13, c = opt & 8191;
        var msk_1 = (1 << plvl) - 1;
        //    prev 2-byte val map    curr 2-byte val map
        var prev = st.p || new u16(32768), head = st.h || new u16(msk_1 + 1);
        var bs1_1 = Math.ceil(plvl / 3), bs2_1 = 2 * bs1_1;
        var hsh = function (i) { return (dat[i] ^ (dat[i + 1] << bs1_1) ^ (dat[i + 2] << bs2_1)) & msk_1; };
        // 24576 is an arbitrary number of maximum symbols per block
        // 424 buffer for last block
        var syms = new i32(25000);
        // length/literal freq   distance freq
        var lf = new u16(288), df = new u16(32);
        //  l/lcnt  exbits  index          l/lind  waitdx          blkpos
        var lc_1 = 0, eb = 0, i = st.i || 0, li = 0, wi = st.w || 0, bs = 0;
        for (; i + 2 < s; ++i) {
            // hash value
            var hv = hsh(i);
            // index mod 32768    previous index mod
            var imod = i & 32767, pimod = head[hv];
            prev[imod] = pimod;
            head[hv] = imod;
            // We always should modify head and prev, but only add symbols if
            // this data is not yet processed ("wait" for wait index)
            if (wi <= i) {
                // bytes remaining
                var rem = s - i;
                if ((lc_1 > 7000 || li > 24576) && (rem > 423 || !lst)) {
                    pos = wblk(dat, w, 0, syms, lf, df, eb, li, bs, i - bs, pos);
                    li = lc_1 = eb = 0, bs = i;
                    for (var j = 0; j < 286; ++j)
                        lf[j] = 0;
                    for (var j = 0; j < 30; ++j)
                        df[j] = 0;
                }
                //  len    dist   chain
                var l = 2, d = 0, ch_1 = c, dif = imod - pimod & 32767;
                if (rem > 2 && hv == hsh(i - dif)) {
                    var maxn = Math.min(n, rem) - 1;
                    var maxd = Math.min(32767, i);
                    // max possible length
                    // not capped at dif because decompressors implement "rolling" index population
                    var ml = Math.min(258, rem);
                    while (dif <= maxd && --ch_1 && imod != pimod) {
                        if (dat[i + l] == dat[i + l - dif]) {
                            var nl = 0;
                            for (; nl < ml && dat[i + nl] == dat[i + nl - dif]; ++nl)
                                ;
                            if (nl > l) {
                                l = nl, d = dif;
                                // break out early when we reach "nice" (we are satisfied enough)
                                if (nl > maxn)
                                    break;
                                // now, find the rarest 2-byte sequence within this
                                // length of literals and search for that instead.
                                // Much faster than just using the start
                                var mmd = Math.min(dif, nl - 2);
                                var md = 0;
                                for (var j = 0; j < mmd; ++j) {
                                    var ti = i - dif + j & 32767;
                                    var pti = prev[ti];
                                    var cd = ti - pti & 32767;
                                    if (cd > md)
                                        md = cd, pimod = ti;
                                }
                            }
                        }
                        // check the previous match
                        imod = pimod, pimod = prev[imod];
                        dif += imod - pimod & 32767;
                    }
                }
                // d will be nonzero only when a match was found
                if (d) {
                    // store both dist and len data in one int32
                    // Make sure this is recognized as a len/dist with 28th bit (2^28)
                    syms[li++] = 268435456 | (revfl[l] << 18) | revfd[d];
                    var lin = revfl[l] & 31, din = revfd[d] & 31;
                    eb += fleb[lin] + fdeb[din];
                    ++lf[257 + lin];
                    ++df[din];
                    wi = i + l;
                    ++lc_1;
                }
                else {
                    syms[li++] = dat[i];
                    ++lf[dat[i]];
                }
            }
        }
        for (i = Math.max(i, wi); i < s; ++i) {
            syms[li++] = dat[i];
            ++lf[dat[i]];
        }
        pos = wblk(dat, w, lst, syms, lf, df, eb, li, bs, i - bs, pos);
        if (!lst) {
            st.r = (pos & 7) | w[(pos / 8) | 0] << 3;
            // shft(pos) now 1 less if pos & 7 != 0
            pos -= 7;
            st.h = head, st.p = prev, st.i = i, st.w = wi;
        }
    }
    else {
        for (var i = st.w || 0; i < s + lst; i += 65535) {
            // end
            var e = i + 65535;
            if (e >= s) {
                // write final block
                w[(pos / 8) | 0] = lst;
                e = s;
            }
            pos = wfblk(w, pos + 1, dat.subarray(i, e));
        }
        st.i = s;
    }
    return slc(o, 0, pre + shft(pos) + post);
};
// CRC32 table
var crct = /*#__PURE__*/ (/* unused pure expression or super */ null && ((function () {
    var t = new Int32Array(256);
    for (var i = 0; i < 256; ++i) {
        var c = i, k = 9;
        while (--k)
            c = ((c & 1) && -306674912) ^ (c >>> 1);
        t[i] = c;
    }
    return t;
})()));
// CRC32
var crc = function () {
    var c = -1;
    return {
        p: function (d) {
            // closures have awful performance
            var cr = c;
            for (var i = 0; i < d.length; ++i)
                cr = crct[(cr & 255) ^ d[i]] ^ (cr >>> 8);
            c = cr;
        },
        d: function () { return ~c; }
    };
};
// Adler32
var adler = function () {
    var a = 1, b = 0;
    return {
        p: function (d) {
            // closures have awful performance
            var n = a, m = b;
            var l = d.length | 0;
            for (var i = 0; i != l;) {
                var e = Math.min(i + 2655, l);
                for (; i < e; ++i)
                    m += n += d[i];
                n = (n & 65535) + 15 * (n >> 16), m = (m & 65535) + 15 * (m >> 16);
            }
            a = n, b = m;
        },
        d: function () {
            a %= 65521, b %= 65521;
            return (a & 255) << 24 | (a & 0xFF00) << 8 | (b & 255) << 8 | (b >> 8);
        }
    };
};
;
// deflate with opts
var dopt = function (dat, opt, pre, post, st) {
    if (!st) {
        st = { l: 1 };
        if (opt.dictionary) {
            var dict = opt.dictionary.subarray(-32768);
            var newDat = new u8(dict.length + dat.length);
            newDat.set(dict);
            newDat.set(dat, dict.length);
            dat = newDat;
            st.w = dict.length;
        }
    }
    return dflt(dat, opt.level == null ? 6 : opt.level, opt.mem == null ? (st.l ? Math.ceil(Math.max(8, Math.min(13, Math.log(dat.length))) * 1.5) : 20) : (12 + opt.mem), pre, post, st);
};
// Walmart object spread
var mrg = function (a, b) {
    var o = {};
    for (var k in a)
        o[k] = a[k];
    for (var k in b)
        o[k] = b[k];
    return o;
};
// worker clone
// This is possibly the craziest part of the entire codebase, despite how simple it may seem.
// The only parameter to this function is a closure that returns an array of variables outside of the function scope.
// We're going to try to figure out the variable names used in the closure as strings because that is crucial for workerization.
// We will return an object mapping of true variable name to value (basically, the current scope as a JS object).
// The reason we can't just use the original variable names is minifiers mangling the toplevel scope.
// This took me three weeks to figure out how to do.
var wcln = function (fn, fnStr, td) {
    var dt = fn();
    var st = fn.toString();
    var ks = st.slice(st.indexOf('[') + 1, st.lastIndexOf(']')).replace(/\s+/g, '').split(',');
    for (var i = 0; i < dt.length; ++i) {
        var v = dt[i], k = ks[i];
        if (typeof v == 'function') {
            fnStr += ';' + k + '=';
            var st_1 = v.toString();
            if (v.prototype) {
                // for global objects
                if (st_1.indexOf('[native code]') != -1) {
                    var spInd = st_1.indexOf(' ', 8) + 1;
                    fnStr += st_1.slice(spInd, st_1.indexOf('(', spInd));
                }
                else {
                    fnStr += st_1;
                    for (var t in v.prototype)
                        fnStr += ';' + k + '.prototype.' + t + '=' + v.prototype[t].toString();
                }
            }
            else
                fnStr += st_1;
        }
        else
            td[k] = v;
    }
    return fnStr;
};
var ch = (/* unused pure expression or super */ null && ([]));
// clone bufs
var cbfs = function (v) {
    var tl = [];
    for (var k in v) {
        if (v[k].buffer) {
            tl.push((v[k] = new v[k].constructor(v[k])).buffer);
        }
    }
    return tl;
};
// use a worker to execute code
var wrkr = function (fns, init, id, cb) {
    if (!ch[id]) {
        var fnStr = '', td_1 = {}, m = fns.length - 1;
        for (var i = 0; i < m; ++i)
            fnStr = wcln(fns[i], fnStr, td_1);
        ch[id] = { c: wcln(fns[m], fnStr, td_1), e: td_1 };
    }
    var td = mrg({}, ch[id].e);
    return wk(ch[id].c + ';onmessage=function(e){for(var k in e.data)self[k]=e.data[k];onmessage=' + init.toString() + '}', id, td, cbfs(td), cb);
};
// base async inflate fn
var bInflt = function () { return [u8, u16, i32, fleb, fdeb, clim, fl, fd, flrm, fdrm, rev, ec, hMap, max, bits, bits16, shft, slc, err, inflt, inflateSync, pbf, gopt]; };
var bDflt = function () { return [u8, u16, i32, fleb, fdeb, clim, revfl, revfd, flm, flt, fdm, fdt, rev, deo, et, hMap, wbits, wbits16, hTree, ln, lc, clen, wfblk, wblk, shft, slc, dflt, dopt, deflateSync, pbf]; };
// gzip extra
var gze = function () { return [gzh, gzhl, wbytes, crc, crct]; };
// gunzip extra
var guze = function () { return [gzs, gzl]; };
// zlib extra
var zle = function () { return [zlh, wbytes, adler]; };
// unzlib extra
var zule = function () { return [zls]; };
// post buf
var pbf = function (msg) { return postMessage(msg, [msg.buffer]); };
// get opts
var gopt = function (o) { return o && {
    out: o.size && new u8(o.size),
    dictionary: o.dictionary
}; };
// async helper
var cbify = function (dat, opts, fns, init, id, cb) {
    var w = wrkr(fns, init, id, function (err, dat) {
        w.terminate();
        cb(err, dat);
    });
    w.postMessage([dat, opts], opts.consume ? [dat.buffer] : []);
    return function () { w.terminate(); };
};
// auto stream
var astrm = function (strm) {
    strm.ondata = function (dat, final) { return postMessage([dat, final], [dat.buffer]); };
    return function (ev) {
        if (ev.data[0]) {
            strm.push(ev.data[0], ev.data[1]);
            postMessage([ev.data[0].length]);
        }
        else
            strm.flush(ev.data[1]);
    };
};
// async stream attach
var astrmify = function (fns, strm, opts, init, id, flush, ext) {
    var t;
    var w = wrkr(fns, init, id, function (err, dat) {
        if (err)
            w.terminate(), strm.ondata.call(strm, err);
        else if (!Array.isArray(dat))
            ext(dat);
        else if (dat.length == 1) {
            strm.queuedSize -= dat[0];
            if (strm.ondrain)
                strm.ondrain(dat[0]);
        }
        else {
            if (dat[1])
                w.terminate();
            strm.ondata.call(strm, err, dat[0], dat[1]);
        }
    });
    w.postMessage(opts);
    strm.queuedSize = 0;
    strm.push = function (d, f) {
        if (!strm.ondata)
            err(5);
        if (t)
            strm.ondata(err(4, 0, 1), null, !!f);
        strm.queuedSize += d.length;
        // can fail for cross-realm Uint8Array, but ok - only a small performance penalty
        w.postMessage([d, t = f], d.buffer instanceof ArrayBuffer ? [d.buffer] : []);
    };
    strm.terminate = function () { w.terminate(); };
    if (flush) {
        strm.flush = function (sync) { w.postMessage([0, sync]); };
    }
};
// read 2 bytes
var b2 = function (d, b) { return d[b] | (d[b + 1] << 8); };
// read 4 bytes
var b4 = function (d, b) { return (d[b] | (d[b + 1] << 8) | (d[b + 2] << 16) | (d[b + 3] << 24)) >>> 0; };
// read 8 bytes
var b8 = function (d, b) { return b4(d, b) + (b4(d, b + 4) * 4294967296); };
// write bytes
var wbytes = function (d, b, v) {
    for (; v; ++b)
        d[b] = v, v >>>= 8;
};
// gzip header
var gzh = function (c, o) {
    var fn = o.filename;
    c[0] = 31, c[1] = 139, c[2] = 8, c[8] = o.level < 2 ? 4 : o.level == 9 ? 2 : 0, c[9] = 3; // assume Unix
    if (o.mtime != 0)
        wbytes(c, 4, Math.floor(new Date(o.mtime || Date.now()) / 1000));
    if (fn) {
        c[3] = 8;
        for (var i = 0; i <= fn.length; ++i)
            c[i + 10] = fn.charCodeAt(i);
    }
};
// gzip footer: -8 to -4 = CRC, -4 to -0 is length
// gzip start
var gzs = function (d) {
    if (d[0] != 31 || d[1] != 139 || d[2] != 8)
        err(6, 'invalid gzip data');
    var flg = d[3];
    var st = 10;
    if (flg & 4)
        st += (d[10] | d[11] << 8) + 2;
    for (var zs = (flg >> 3 & 1) + (flg >> 4 & 1); zs > 0; zs -= !d[st++])
        ;
    return st + (flg & 2);
};
// gzip length
var gzl = function (d) {
    var l = d.length;
    return (d[l - 4] | d[l - 3] << 8 | d[l - 2] << 16 | d[l - 1] << 24) >>> 0;
};
// gzip header length
var gzhl = function (o) { return 10 + (o.filename ? o.filename.length + 1 : 0); };
// zlib header
var zlh = function (c, o) {
    var lv = o.level, fl = lv == 0 ? 0 : lv < 6 ? 1 : lv == 9 ? 3 : 2;
    c[0] = 120, c[1] = (fl << 6) | (o.dictionary && 32);
    c[1] |= 31 - ((c[0] << 8) | c[1]) % 31;
    if (o.dictionary) {
        var h = adler();
        h.p(o.dictionary);
        wbytes(c, 2, h.d());
    }
};
// zlib start
var zls = function (d, dict) {
    if ((d[0] & 15) != 8 || (d[0] >> 4) > 7 || ((d[0] << 8 | d[1]) % 31))
        err(6, 'invalid zlib data');
    if ((d[1] >> 5 & 1) == +!dict)
        err(6, 'invalid zlib data: ' + (d[1] & 32 ? 'need' : 'unexpected') + ' dictionary');
    return (d[1] >> 3 & 4) + 2;
};
function StrmOpt(opts, cb) {
    if (typeof opts == 'function')
        cb = opts, opts = {};
    this.ondata = cb;
    return opts;
}
/**
 * Streaming DEFLATE compression
 */
var Deflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Deflate(opts, cb) {
        if (typeof opts == 'function')
            cb = opts, opts = {};
        this.ondata = cb;
        this.o = opts || {};
        this.s = { l: 0, i: 32768, w: 32768, z: 32768 };
        // Buffer length must always be 0 mod 32768 for index calculations to be correct when modifying head and prev
        // 98304 = 32768 (lookback) + 65536 (common chunk size)
        this.b = new u8(98304);
        if (this.o.dictionary) {
            var dict = this.o.dictionary.subarray(-32768);
            this.b.set(dict, 32768 - dict.length);
            this.s.i = 32768 - dict.length;
        }
    }
    Deflate.prototype.p = function (c, f) {
        this.ondata(dopt(c, this.o, 0, 0, this.s), f);
    };
    /**
     * Pushes a chunk to be deflated
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Deflate.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        if (this.s.l)
            err(4);
        var endLen = chunk.length + this.s.z;
        if (endLen > this.b.length) {
            if (endLen > 2 * this.b.length - 32768) {
                var newBuf = new u8(endLen & -32768);
                newBuf.set(this.b.subarray(0, this.s.z));
                this.b = newBuf;
            }
            var split = this.b.length - this.s.z;
            this.b.set(chunk.subarray(0, split), this.s.z);
            this.s.z = this.b.length;
            this.p(this.b, false);
            this.b.set(this.b.subarray(-32768));
            this.b.set(chunk.subarray(split), 32768);
            this.s.z = chunk.length - split + 32768;
            this.s.i = 32766, this.s.w = 32768;
        }
        else {
            this.b.set(chunk, this.s.z);
            this.s.z += chunk.length;
        }
        this.s.l = final & 1;
        if (this.s.z > this.s.w + 8191 || final) {
            this.p(this.b, final || false);
            this.s.w = this.s.i, this.s.i -= 2;
        }
        if (final) {
            // cleanup unneeded buffers/state to reduce memory usage
            this.s = this.o = {};
            this.b = et;
        }
    };
    /**
     * Flushes buffered uncompressed data. Useful to immediately retrieve the
     * deflated output for small inputs.
     * @param sync Whether to flush to a byte boundary. A sync flush takes 4-5
     *             extra bytes, but guarantees all pushed data is immediately
     *             decompressible. A separate DEFLATE stream may be concatenated
     *             with the current output after a sync flush.
     */
    Deflate.prototype.flush = function (sync) {
        if (!this.ondata)
            err(5);
        if (this.s.l)
            err(4);
        this.p(this.b, false);
        this.s.w = this.s.i, this.s.i -= 2;
        // could technically skip writing the type-0 block for (this.s.r & 7) == 0,
        // but the deterministic trailer (00 00 FF FF) is useful in some situations
        if (sync) {
            var c = new u8(6);
            c[0] = this.s.r >> 3;
            // write empty, non-final type-0 block
            var ep = wfblk(c, this.s.r, et);
            this.s.r = 0;
            this.ondata(c.subarray(0, ep >> 3), false);
        }
    };
    return Deflate;
}())));

/**
 * Asynchronous streaming DEFLATE compression
 */
var AsyncDeflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncDeflate(opts, cb) {
        astrmify([
            bDflt,
            function () { return [astrm, Deflate]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Deflate(ev.data);
            onmessage = astrm(strm);
        }, 6, 1);
    }
    return AsyncDeflate;
}())));

function deflate(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bDflt,
    ], function (ev) { return pbf(deflateSync(ev.data[0], ev.data[1])); }, 0, cb);
}
/**
 * Compresses data with DEFLATE without any wrapper
 * @param data The data to compress
 * @param opts The compression options
 * @returns The deflated version of the data
 */
function deflateSync(data, opts) {
    return dopt(data, opts || {}, 0, 0);
}
/**
 * Streaming DEFLATE decompression
 */
var Inflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Inflate(opts, cb) {
        // no StrmOpt here to avoid adding to workerizer
        if (typeof opts == 'function')
            cb = opts, opts = {};
        this.ondata = cb;
        var dict = opts && opts.dictionary && opts.dictionary.subarray(-32768);
        this.s = { i: 0, b: dict ? dict.length : 0 };
        this.o = new u8(32768);
        this.p = new u8(0);
        if (dict)
            this.o.set(dict);
    }
    Inflate.prototype.e = function (c) {
        if (!this.ondata)
            err(5);
        if (this.d)
            err(4);
        if (!this.p.length)
            this.p = c;
        else if (c.length) {
            var n = new u8(this.p.length + c.length);
            n.set(this.p), n.set(c, this.p.length), this.p = n;
        }
    };
    Inflate.prototype.c = function (final) {
        this.s.i = +(this.d = final || false);
        var bts = this.s.b;
        var dt = inflt(this.p, this.s, this.o);
        this.ondata(slc(dt, bts, this.s.b), this.d);
        this.o = slc(dt, this.s.b - 32768), this.s.b = this.o.length;
        this.p = slc(this.p, (this.s.p / 8) | 0), this.s.p &= 7;
    };
    /**
     * Pushes a chunk to be inflated
     * @param chunk The chunk to push
     * @param final Whether this is the final chunk
     */
    Inflate.prototype.push = function (chunk, final) {
        this.e(chunk), this.c(final);
    };
    return Inflate;
}())));

/**
 * Asynchronous streaming DEFLATE decompression
 */
var AsyncInflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncInflate(opts, cb) {
        astrmify([
            bInflt,
            function () { return [astrm, Inflate]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Inflate(ev.data);
            onmessage = astrm(strm);
        }, 7, 0);
    }
    return AsyncInflate;
}())));

function inflate(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bInflt
    ], function (ev) { return pbf(inflateSync(ev.data[0], gopt(ev.data[1]))); }, 1, cb);
}
function inflateSync(data, opts) {
    return inflt(data, { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
// before you yell at me for not just using extends, my reason is that TS inheritance is hard to workerize.
/**
 * Streaming GZIP compression
 */
var Gzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Gzip(opts, cb) {
        this.c = crc();
        this.l = 0;
        this.v = 1;
        Deflate.call(this, opts, cb);
    }
    /**
     * Pushes a chunk to be GZIPped
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Gzip.prototype.push = function (chunk, final) {
        this.c.p(chunk);
        this.l += chunk.length;
        Deflate.prototype.push.call(this, chunk, final);
    };
    Gzip.prototype.p = function (c, f) {
        var raw = dopt(c, this.o, this.v && gzhl(this.o), f && 8, this.s);
        if (this.v)
            gzh(raw, this.o), this.v = 0;
        if (f)
            wbytes(raw, raw.length - 8, this.c.d()), wbytes(raw, raw.length - 4, this.l);
        this.ondata(raw, f);
    };
    /**
     * Flushes buffered uncompressed data. Useful to immediately retrieve the
     * GZIPped output for small inputs.
     * @param sync Whether to flush to a byte boundary. A sync flush takes 4-5
     *             extra bytes, but guarantees all pushed data is immediately
     *             decompressible.
     */
    Gzip.prototype.flush = function (sync) {
        Deflate.prototype.flush.call(this, sync);
    };
    return Gzip;
}())));

/**
 * Asynchronous streaming GZIP compression
 */
var AsyncGzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncGzip(opts, cb) {
        astrmify([
            bDflt,
            gze,
            function () { return [astrm, Deflate, Gzip]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Gzip(ev.data);
            onmessage = astrm(strm);
        }, 8, 1);
    }
    return AsyncGzip;
}())));

function gzip(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bDflt,
        gze,
        function () { return [gzipSync]; }
    ], function (ev) { return pbf(gzipSync(ev.data[0], ev.data[1])); }, 2, cb);
}
/**
 * Compresses data with GZIP
 * @param data The data to compress
 * @param opts The compression options
 * @returns The gzipped version of the data
 */
function gzipSync(data, opts) {
    if (!opts)
        opts = {};
    var c = crc(), l = data.length;
    c.p(data);
    var d = dopt(data, opts, gzhl(opts), 8), s = d.length;
    return gzh(d, opts), wbytes(d, s - 8, c.d()), wbytes(d, s - 4, l), d;
}
/**
 * Streaming single or multi-member GZIP decompression
 */
var Gunzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Gunzip(opts, cb) {
        this.v = 1;
        this.r = 0;
        Inflate.call(this, opts, cb);
    }
    /**
     * Pushes a chunk to be GUNZIPped
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Gunzip.prototype.push = function (chunk, final) {
        Inflate.prototype.e.call(this, chunk);
        this.r += chunk.length;
        if (this.v) {
            var p = this.p.subarray(this.v - 1);
            var s = p.length > 3 ? gzs(p) : 4;
            if (s > p.length) {
                if (!final)
                    return;
            }
            else if (this.v > 1 && this.onmember) {
                this.onmember(this.r - p.length);
            }
            this.p = p.subarray(s), this.v = 0;
        }
        // necessary to prevent TS from using the closure value
        // This allows for workerization to function correctly
        Inflate.prototype.c.call(this, 0);
        // process concatenated GZIP
        if (this.s.f && !this.s.l) {
            this.v = shft(this.s.p) + 9;
            this.s = { i: 0 };
            this.o = new u8(0);
            this.push(new u8(0), final);
        }
        else if (final) {
            Inflate.prototype.c.call(this, final);
        }
    };
    return Gunzip;
}())));

/**
 * Asynchronous streaming single or multi-member GZIP decompression
 */
var AsyncGunzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncGunzip(opts, cb) {
        var _this = this;
        astrmify([
            bInflt,
            guze,
            function () { return [astrm, Inflate, Gunzip]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Gunzip(ev.data);
            strm.onmember = function (offset) { return postMessage(offset); };
            onmessage = astrm(strm);
        }, 9, 0, function (offset) { return _this.onmember && _this.onmember(offset); });
    }
    return AsyncGunzip;
}())));

function gunzip(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bInflt,
        guze,
        function () { return [gunzipSync]; }
    ], function (ev) { return pbf(gunzipSync(ev.data[0], ev.data[1])); }, 3, cb);
}
function gunzipSync(data, opts) {
    var st = gzs(data);
    if (st + 8 > data.length)
        err(6, 'invalid gzip data');
    return inflt(data.subarray(st, -8), { i: 2 }, opts && opts.out || new u8(gzl(data)), opts && opts.dictionary);
}
/**
 * Streaming Zlib compression
 */
var Zlib = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Zlib(opts, cb) {
        this.c = adler();
        this.v = 1;
        Deflate.call(this, opts, cb);
    }
    /**
     * Pushes a chunk to be zlibbed
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Zlib.prototype.push = function (chunk, final) {
        this.c.p(chunk);
        Deflate.prototype.push.call(this, chunk, final);
    };
    Zlib.prototype.p = function (c, f) {
        var raw = dopt(c, this.o, this.v && (this.o.dictionary ? 6 : 2), f && 4, this.s);
        if (this.v)
            zlh(raw, this.o), this.v = 0;
        if (f)
            wbytes(raw, raw.length - 4, this.c.d());
        this.ondata(raw, f);
    };
    /**
     * Flushes buffered uncompressed data. Useful to immediately retrieve the
     * zlibbed output for small inputs.
     * @param sync Whether to flush to a byte boundary. A sync flush takes 4-5
     *             extra bytes, but guarantees all pushed data is immediately
     *             decompressible.
     */
    Zlib.prototype.flush = function (sync) {
        Deflate.prototype.flush.call(this, sync);
    };
    return Zlib;
}())));

/**
 * Asynchronous streaming Zlib compression
 */
var AsyncZlib = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncZlib(opts, cb) {
        astrmify([
            bDflt,
            zle,
            function () { return [astrm, Deflate, Zlib]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Zlib(ev.data);
            onmessage = astrm(strm);
        }, 10, 1);
    }
    return AsyncZlib;
}())));

function zlib(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bDflt,
        zle,
        function () { return [zlibSync]; }
    ], function (ev) { return pbf(zlibSync(ev.data[0], ev.data[1])); }, 4, cb);
}
/**
 * Compress data with Zlib
 * @param data The data to compress
 * @param opts The compression options
 * @returns The zlib-compressed version of the data
 */
function zlibSync(data, opts) {
    if (!opts)
        opts = {};
    var a = adler();
    a.p(data);
    var d = dopt(data, opts, opts.dictionary ? 6 : 2, 4);
    return zlh(d, opts), wbytes(d, d.length - 4, a.d()), d;
}
/**
 * Streaming Zlib decompression
 */
var Unzlib = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Unzlib(opts, cb) {
        Inflate.call(this, opts, cb);
        this.v = opts && opts.dictionary ? 2 : 1;
    }
    /**
     * Pushes a chunk to be unzlibbed
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Unzlib.prototype.push = function (chunk, final) {
        Inflate.prototype.e.call(this, chunk);
        if (this.v) {
            if (this.p.length < 6 && !final)
                return;
            this.p = this.p.subarray(zls(this.p, this.v - 1)), this.v = 0;
        }
        if (final) {
            if (this.p.length < 4)
                err(6, 'invalid zlib data');
            this.p = this.p.subarray(0, -4);
        }
        // necessary to prevent TS from using the closure value
        // This allows for workerization to function correctly
        Inflate.prototype.c.call(this, final);
    };
    return Unzlib;
}())));

/**
 * Asynchronous streaming Zlib decompression
 */
var AsyncUnzlib = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncUnzlib(opts, cb) {
        astrmify([
            bInflt,
            zule,
            function () { return [astrm, Inflate, Unzlib]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Unzlib(ev.data);
            onmessage = astrm(strm);
        }, 11, 0);
    }
    return AsyncUnzlib;
}())));

function unzlib(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bInflt,
        zule,
        function () { return [unzlibSync]; }
    ], function (ev) { return pbf(unzlibSync(ev.data[0], gopt(ev.data[1]))); }, 5, cb);
}
function unzlibSync(data, opts) {
    return inflt(data.subarray(zls(data, opts && opts.dictionary), -4), { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
// Default algorithm for compression (used because having a known output size allows faster decompression)


/**
 * Streaming GZIP, Zlib, or raw DEFLATE decompression
 */
var Decompress = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Decompress(opts, cb) {
        this.o = StrmOpt.call(this, opts, cb) || {};
        this.G = Gunzip;
        this.I = Inflate;
        this.Z = Unzlib;
    }
    // init substream
    // overriden by AsyncDecompress
    Decompress.prototype.i = function () {
        var _this = this;
        this.s.ondata = function (dat, final) {
            _this.ondata(dat, final);
        };
    };
    /**
     * Pushes a chunk to be decompressed
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Decompress.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        if (!this.s) {
            if (this.p && this.p.length) {
                var n = new u8(this.p.length + chunk.length);
                n.set(this.p), n.set(chunk, this.p.length);
            }
            else
                this.p = chunk;
            if (this.p.length > 2) {
                this.s = (this.p[0] == 31 && this.p[1] == 139 && this.p[2] == 8)
                    ? new this.G(this.o)
                    : ((this.p[0] & 15) != 8 || (this.p[0] >> 4) > 7 || ((this.p[0] << 8 | this.p[1]) % 31))
                        ? new this.I(this.o)
                        : new this.Z(this.o);
                this.i();
                this.s.push(this.p, final);
                this.p = null;
            }
        }
        else
            this.s.push(chunk, final);
    };
    return Decompress;
}())));

/**
 * Asynchronous streaming GZIP, Zlib, or raw DEFLATE decompression
 */
var AsyncDecompress = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncDecompress(opts, cb) {
        Decompress.call(this, opts, cb);
        this.queuedSize = 0;
        this.G = AsyncGunzip;
        this.I = AsyncInflate;
        this.Z = AsyncUnzlib;
    }
    AsyncDecompress.prototype.i = function () {
        var _this = this;
        this.s.ondata = function (err, dat, final) {
            _this.ondata(err, dat, final);
        };
        this.s.ondrain = function (size) {
            _this.queuedSize -= size;
            if (_this.ondrain)
                _this.ondrain(size);
        };
    };
    /**
     * Pushes a chunk to be decompressed
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    AsyncDecompress.prototype.push = function (chunk, final) {
        this.queuedSize += chunk.length;
        Decompress.prototype.push.call(this, chunk, final);
    };
    return AsyncDecompress;
}())));

function decompress(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return (data[0] == 31 && data[1] == 139 && data[2] == 8)
        ? gunzip(data, opts, cb)
        : ((data[0] & 15) != 8 || (data[0] >> 4) > 7 || ((data[0] << 8 | data[1]) % 31))
            ? inflate(data, opts, cb)
            : unzlib(data, opts, cb);
}
/**
 * Expands compressed GZIP, Zlib, or raw DEFLATE data, automatically detecting the format
 * @param data The data to decompress
 * @param opts The decompression options
 * @returns The decompressed version of the data
 */
function decompressSync(data, opts) {
    return (data[0] == 31 && data[1] == 139 && data[2] == 8)
        ? gunzipSync(data, opts)
        : ((data[0] & 15) != 8 || (data[0] >> 4) > 7 || ((data[0] << 8 | data[1]) % 31))
            ? inflateSync(data, opts)
            : unzlibSync(data, opts);
}
// flatten a directory structure
var fltn = function (d, p, t, o) {
    for (var k in d) {
        var val = d[k], n = p + k, op = o;
        if (Array.isArray(val))
            op = mrg(o, val[1]), val = val[0];
        if (ArrayBuffer.isView(val))
            t[n] = [val, op];
        else {
            t[n += '/'] = [new u8(0), op];
            fltn(val, n, t, o);
        }
    }
};
// text encoder
var te = typeof TextEncoder != 'undefined' && /*#__PURE__*/ new TextEncoder();
// text decoder
var td = typeof TextDecoder != 'undefined' && /*#__PURE__*/ new TextDecoder();
// text decoder stream
var tds = 0;
try {
    td.decode(et, { stream: true });
    tds = 1;
}
catch (e) { }
// decode UTF8
var dutf8 = function (d) {
    for (var r = '', i = 0;;) {
        var c = d[i++];
        var eb = (c > 127) + (c > 223) + (c > 239);
        if (i + eb > d.length)
            return { s: r, r: slc(d, i - 1) };
        if (!eb)
            r += String.fromCharCode(c);
        else if (eb == 3) {
            c = ((c & 15) << 18 | (d[i++] & 63) << 12 | (d[i++] & 63) << 6 | (d[i++] & 63)) - 65536,
                r += String.fromCharCode(55296 | (c >> 10), 56320 | (c & 1023));
        }
        else if (eb & 1)
            r += String.fromCharCode((c & 31) << 6 | (d[i++] & 63));
        else
            r += String.fromCharCode((c & 15) << 12 | (d[i++] & 63) << 6 | (d[i++] & 63));
    }
};
/**
 * Streaming UTF-8 decoding
 */
var DecodeUTF8 = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a UTF-8 decoding stream
     * @param cb The callback to call whenever data is decoded
     */
    function DecodeUTF8(cb) {
        this.ondata = cb;
        if (tds)
            this.t = new TextDecoder();
        else
            this.p = et;
    }
    /**
     * Pushes a chunk to be decoded from UTF-8 binary
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    DecodeUTF8.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        final = !!final;
        if (this.t) {
            this.ondata(this.t.decode(chunk, { stream: true }), final);
            if (final) {
                if (this.t.decode().length)
                    err(8);
                this.t = null;
            }
            return;
        }
        if (!this.p)
            err(4);
        var dat = new u8(this.p.length + chunk.length);
        dat.set(this.p);
        dat.set(chunk, this.p.length);
        var _a = dutf8(dat), s = _a.s, r = _a.r;
        if (final) {
            if (r.length)
                err(8);
            this.p = null;
        }
        else
            this.p = r;
        this.ondata(s, final);
    };
    return DecodeUTF8;
}())));

/**
 * Streaming UTF-8 encoding
 */
var EncodeUTF8 = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a UTF-8 decoding stream
     * @param cb The callback to call whenever data is encoded
     */
    function EncodeUTF8(cb) {
        this.ondata = cb;
    }
    /**
     * Pushes a chunk to be encoded to UTF-8
     * @param chunk The string data to push
     * @param final Whether this is the last chunk
     */
    EncodeUTF8.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        if (this.d)
            err(4);
        this.ondata(strToU8(chunk), this.d = final || false);
    };
    return EncodeUTF8;
}())));

/**
 * Converts a string into a Uint8Array for use with compression/decompression methods
 * @param str The string to encode
 * @param latin1 Whether or not to interpret the data as Latin-1. This should
 *               not need to be true unless decoding a binary string.
 * @returns The string encoded in UTF-8/Latin-1 binary
 */
function strToU8(str, latin1) {
    if (latin1) {
        var ar_1 = new u8(str.length);
        for (var i = 0; i < str.length; ++i)
            ar_1[i] = str.charCodeAt(i);
        return ar_1;
    }
    if (te)
        return te.encode(str);
    var l = str.length;
    var ar = new u8(str.length + (str.length >> 1));
    var ai = 0;
    var w = function (v) { ar[ai++] = v; };
    for (var i = 0; i < l; ++i) {
        if (ai + 5 > ar.length) {
            var n = new u8(ai + 8 + ((l - i) << 1));
            n.set(ar);
            ar = n;
        }
        var c = str.charCodeAt(i);
        if (c < 128 || latin1)
            w(c);
        else if (c < 2048)
            w(192 | (c >> 6)), w(128 | (c & 63));
        else if (c > 55295 && c < 57344)
            c = 65536 + (c & 1023 << 10) | (str.charCodeAt(++i) & 1023),
                w(240 | (c >> 18)), w(128 | ((c >> 12) & 63)), w(128 | ((c >> 6) & 63)), w(128 | (c & 63));
        else
            w(224 | (c >> 12)), w(128 | ((c >> 6) & 63)), w(128 | (c & 63));
    }
    return slc(ar, 0, ai);
}
/**
 * Converts a Uint8Array to a string
 * @param dat The data to decode to string
 * @param latin1 Whether or not to interpret the data as Latin-1. This should
 *               not need to be true unless encoding to binary string.
 * @returns The original UTF-8/Latin-1 string
 */
function strFromU8(dat, latin1) {
    if (latin1) {
        var r = '';
        for (var i = 0; i < dat.length; i += 16384)
            r += String.fromCharCode.apply(null, dat.subarray(i, i + 16384));
        return r;
    }
    else if (td) {
        return td.decode(dat);
    }
    else {
        var _a = dutf8(dat), s = _a.s, r = _a.r;
        if (r.length)
            err(8);
        return s;
    }
}
;
// deflate bit flag
var dbf = function (l) { return l == 1 ? 3 : l < 6 ? 2 : l == 9 ? 1 : 0; };
// skip local zip header
var slzh = function (d, b) { return b + 30 + b2(d, b + 26) + b2(d, b + 28); };
// read zip header
var zh = function (d, b, z) {
    var fnl = b2(d, b + 28), efl = b2(d, b + 30), fn = strFromU8(d.subarray(b + 46, b + 46 + fnl), !(b2(d, b + 8) & 2048)), es = b + 46 + fnl;
    var _a = z64hs(d, es, efl, z, b4(d, b + 20), b4(d, b + 24), b4(d, b + 42)), sc = _a[0], su = _a[1], off = _a[2];
    return [b2(d, b + 10), sc, su, fn, es + efl + b2(d, b + 32), off];
};
// read zip64 header sizes
var z64hs = function (d, b, l, z, sc, su, off) {
    var nsc = sc == 4294967295, nsu = su == 4294967295, noff = off == 4294967295, e = b + l;
    var nf = nsc + nsu + noff;
    if (z && nf) {
        for (; b + 4 < e; b += 4 + b2(d, b + 2)) {
            if (b2(d, b) == 1) {
                return [
                    nsc ? b8(d, b + 4 + 8 * nsu) : sc,
                    nsu ? b8(d, b + 4) : su,
                    noff ? b8(d, b + 4 + 8 * (nsu + nsc)) : off,
                    1
                ];
            }
        }
        // z == 2 for unknown whether or not zip64
        if (z < 2)
            err(13);
    }
    return [sc, su, off, 0];
};
// extra field length
var exfl = function (ex) {
    var le = 0;
    if (ex) {
        for (var k in ex) {
            var l = ex[k].length;
            if (l > 65535)
                err(9);
            le += l + 4;
        }
    }
    return le;
};
// write zip header
var wzh = function (d, b, f, fn, u, c, ce, co) {
    var fl = fn.length, ex = f.extra, col = co && co.length;
    var exl = exfl(ex);
    wbytes(d, b, ce != null ? 0x2014B50 : 0x4034B50), b += 4;
    if (ce != null)
        d[b++] = 20, d[b++] = f.os;
    d[b] = 20, b += 2; // spec compliance? what's that?
    d[b++] = (f.flag << 1) | (c < 0 && 8), d[b++] = u && 8;
    d[b++] = f.compression & 255, d[b++] = f.compression >> 8;
    var dt = new Date(f.mtime == null ? Date.now() : f.mtime), y = dt.getFullYear() - 1980;
    if (y < 0 || y > 119)
        err(10);
    wbytes(d, b, (y << 25) | ((dt.getMonth() + 1) << 21) | (dt.getDate() << 16) | (dt.getHours() << 11) | (dt.getMinutes() << 5) | (dt.getSeconds() >> 1)), b += 4;
    if (c != -1) {
        wbytes(d, b, f.crc);
        wbytes(d, b + 4, c < 0 ? -c - 2 : c);
        wbytes(d, b + 8, f.size);
    }
    wbytes(d, b + 12, fl);
    wbytes(d, b + 14, exl), b += 16;
    if (ce != null) {
        wbytes(d, b, col);
        wbytes(d, b + 6, f.attrs);
        wbytes(d, b + 10, ce), b += 14;
    }
    d.set(fn, b);
    b += fl;
    if (exl) {
        for (var k in ex) {
            var exf = ex[k], l = exf.length;
            wbytes(d, b, +k);
            wbytes(d, b + 2, l);
            d.set(exf, b + 4), b += 4 + l;
        }
    }
    if (col)
        d.set(co, b), b += col;
    return b;
};
// write zip footer (end of central directory)
var wzf = function (o, b, c, d, e) {
    wbytes(o, b, 0x6054B50); // skip disk
    wbytes(o, b + 8, c);
    wbytes(o, b + 10, c);
    wbytes(o, b + 12, d);
    wbytes(o, b + 16, e);
};
/**
 * A pass-through stream to keep data uncompressed in a ZIP archive.
 */
var ZipPassThrough = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a pass-through stream that can be added to ZIP archives
     * @param filename The filename to associate with this data stream
     */
    function ZipPassThrough(filename) {
        this.filename = filename;
        this.c = crc();
        this.size = 0;
        this.compression = 0;
    }
    /**
     * Processes a chunk and pushes to the output stream. You can override this
     * method in a subclass for custom behavior, but by default this passes
     * the data through. You must call this.ondata(err, chunk, final) at some
     * point in this method.
     * @param chunk The chunk to process
     * @param final Whether this is the last chunk
     */
    ZipPassThrough.prototype.process = function (chunk, final) {
        this.ondata(null, chunk, final);
    };
    /**
     * Pushes a chunk to be added. If you are subclassing this with a custom
     * compression algorithm, note that you must push data from the source
     * file only, pre-compression.
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    ZipPassThrough.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        this.c.p(chunk);
        this.size += chunk.length;
        if (final)
            this.crc = this.c.d();
        // we shouldn't really do this cast, but properly handling ArrayBufferLike
        // makes the API unergonomic with Buffer
        this.process(chunk, final || false);
    };
    return ZipPassThrough;
}())));

// I don't extend because TypeScript extension adds 1kB of runtime bloat
/**
 * Streaming DEFLATE compression for ZIP archives. Prefer using AsyncZipDeflate
 * for better performance
 */
var ZipDeflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a DEFLATE stream that can be added to ZIP archives
     * @param filename The filename to associate with this data stream
     * @param opts The compression options
     */
    function ZipDeflate(filename, opts) {
        var _this = this;
        if (!opts)
            opts = {};
        ZipPassThrough.call(this, filename);
        this.d = new Deflate(opts, function (dat, final) {
            _this.ondata(null, dat, final);
        });
        this.compression = 8;
        this.flag = dbf(opts.level);
    }
    ZipDeflate.prototype.process = function (chunk, final) {
        try {
            this.d.push(chunk, final);
        }
        catch (e) {
            this.ondata(e, null, final);
        }
    };
    /**
     * Pushes a chunk to be deflated
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    ZipDeflate.prototype.push = function (chunk, final) {
        ZipPassThrough.prototype.push.call(this, chunk, final);
    };
    return ZipDeflate;
}())));

/**
 * Asynchronous streaming DEFLATE compression for ZIP archives
 */
var AsyncZipDeflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates an asynchronous DEFLATE stream that can be added to ZIP archives
     * @param filename The filename to associate with this data stream
     * @param opts The compression options
     */
    function AsyncZipDeflate(filename, opts) {
        var _this = this;
        if (!opts)
            opts = {};
        ZipPassThrough.call(this, filename);
        this.d = new AsyncDeflate(opts, function (err, dat, final) {
            _this.ondata(err, dat, final);
        });
        this.compression = 8;
        this.flag = dbf(opts.level);
        this.terminate = this.d.terminate;
    }
    AsyncZipDeflate.prototype.process = function (chunk, final) {
        this.d.push(chunk, final);
    };
    /**
     * Pushes a chunk to be deflated
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    AsyncZipDeflate.prototype.push = function (chunk, final) {
        ZipPassThrough.prototype.push.call(this, chunk, final);
    };
    return AsyncZipDeflate;
}())));

// TODO: Better tree shaking
/**
 * A zippable archive to which files can incrementally be added
 */
var Zip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates an empty ZIP archive to which files can be added
     * @param cb The callback to call whenever data for the generated ZIP archive
     *           is available
     */
    function Zip(cb) {
        this.ondata = cb;
        this.u = [];
        this.d = 1;
    }
    /**
     * Adds a file to the ZIP archive
     * @param file The file stream to add
     */
    Zip.prototype.add = function (file) {
        var _this = this;
        if (!this.ondata)
            err(5);
        // finishing or finished
        if (this.d & 2)
            this.ondata(err(4 + (this.d & 1) * 8, 0, 1), null, false);
        else {
            var f = strToU8(file.filename), fl_1 = f.length;
            var com = file.comment, o = com && strToU8(com);
            var u = fl_1 != file.filename.length || (o && (com.length != o.length));
            var hl_1 = fl_1 + exfl(file.extra) + 30;
            if (fl_1 > 65535)
                this.ondata(err(11, 0, 1), null, false);
            var header = new u8(hl_1);
            wzh(header, 0, file, f, u, -1);
            var chks_1 = [header];
            var pAll_1 = function () {
                for (var _i = 0, chks_2 = chks_1; _i < chks_2.length; _i++) {
                    var chk = chks_2[_i];
                    _this.ondata(null, chk, false);
                }
                chks_1 = [];
            };
            var tr_1 = this.d;
            this.d = 0;
            var ind_1 = this.u.length;
            var uf_1 = mrg(file, {
                f: f,
                u: u,
                o: o,
                t: function () {
                    if (file.terminate)
                        file.terminate();
                },
                r: function () {
                    pAll_1();
                    if (tr_1) {
                        var nxt = _this.u[ind_1 + 1];
                        if (nxt)
                            nxt.r();
                        else
                            _this.d = 1;
                    }
                    tr_1 = 1;
                }
            });
            var cl_1 = 0;
            file.ondata = function (err, dat, final) {
                if (err) {
                    _this.ondata(err, dat, final);
                    _this.terminate();
                }
                else {
                    cl_1 += dat.length;
                    chks_1.push(dat);
                    if (final) {
                        var dd = new u8(16);
                        wbytes(dd, 0, 0x8074B50);
                        wbytes(dd, 4, file.crc);
                        wbytes(dd, 8, cl_1);
                        wbytes(dd, 12, file.size);
                        chks_1.push(dd);
                        uf_1.c = cl_1, uf_1.b = hl_1 + cl_1 + 16, uf_1.crc = file.crc, uf_1.size = file.size;
                        if (tr_1)
                            uf_1.r();
                        tr_1 = 1;
                    }
                    else if (tr_1)
                        pAll_1();
                }
            };
            this.u.push(uf_1);
        }
    };
    /**
     * Ends the process of adding files and prepares to emit the final chunks.
     * This *must* be called after adding all desired files for the resulting
     * ZIP file to work properly.
     */
    Zip.prototype.end = function () {
        var _this = this;
        if (this.d & 2) {
            this.ondata(err(4 + (this.d & 1) * 8, 0, 1), null, true);
            return;
        }
        if (this.d)
            this.e();
        else
            this.u.push({
                r: function () {
                    if (!(_this.d & 1))
                        return;
                    _this.u.splice(-1, 1);
                    _this.e();
                },
                t: function () { }
            });
        this.d = 3;
    };
    Zip.prototype.e = function () {
        var bt = 0, l = 0, tl = 0;
        for (var _i = 0, _a = this.u; _i < _a.length; _i++) {
            var f = _a[_i];
            tl += 46 + f.f.length + exfl(f.extra) + (f.o ? f.o.length : 0);
        }
        var out = new u8(tl + 22);
        for (var _b = 0, _c = this.u; _b < _c.length; _b++) {
            var f = _c[_b];
            wzh(out, bt, f, f.f, f.u, -f.c - 2, l, f.o);
            bt += 46 + f.f.length + exfl(f.extra) + (f.o ? f.o.length : 0), l += f.b;
        }
        wzf(out, bt, this.u.length, tl, l);
        this.ondata(null, out, true);
        this.d = 2;
    };
    /**
     * A method to terminate any internal workers used by the stream. Subsequent
     * calls to add() will fail.
     */
    Zip.prototype.terminate = function () {
        for (var _i = 0, _a = this.u; _i < _a.length; _i++) {
            var f = _a[_i];
            f.t();
        }
        this.d = 2;
    };
    return Zip;
}())));

function zip(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    var r = {};
    fltn(data, '', r, opts);
    var k = Object.keys(r);
    var lft = k.length, o = 0, tot = 0;
    var slft = lft, files = new Array(lft);
    var term = [];
    var tAll = function () {
        for (var i = 0; i < term.length; ++i)
            term[i]();
    };
    var cbd = function (a, b) {
        mt(function () { cb(a, b); });
    };
    mt(function () { cbd = cb; });
    var cbf = function () {
        var out = new u8(tot + 22), oe = o, cdl = tot - o;
        tot = 0;
        for (var i = 0; i < slft; ++i) {
            var f = files[i];
            try {
                var l = f.c.length;
                wzh(out, tot, f, f.f, f.u, l);
                var badd = 30 + f.f.length + exfl(f.extra);
                var loc = tot + badd;
                out.set(f.c, loc);
                wzh(out, o, f, f.f, f.u, l, tot, f.m), o += 16 + badd + (f.m ? f.m.length : 0), tot = loc + l;
            }
            catch (e) {
                return cbd(e, null);
            }
        }
        wzf(out, o, files.length, cdl, oe);
        cbd(null, out);
    };
    if (!lft)
        cbf();
    var _loop_1 = function (i) {
        var fn = k[i];
        var _a = r[fn], file = _a[0], p = _a[1];
        var c = crc(), size = file.length;
        c.p(file);
        var f = strToU8(fn), s = f.length;
        var com = p.comment, m = com && strToU8(com), ms = m && m.length;
        var exl = exfl(p.extra);
        var compression = p.level == 0 ? 0 : 8;
        var cbl = function (e, d) {
            if (e) {
                tAll();
                cbd(e, null);
            }
            else {
                var l = d.length;
                files[i] = mrg(p, {
                    size: size,
                    crc: c.d(),
                    c: d,
                    f: f,
                    m: m,
                    u: s != fn.length || (m && (com.length != ms)),
                    compression: compression
                });
                o += 30 + s + exl + l;
                tot += 76 + 2 * (s + exl) + (ms || 0) + l;
                if (!--lft)
                    cbf();
            }
        };
        if (s > 65535)
            cbl(err(11, 0, 1), null);
        if (!compression)
            cbl(null, file);
        else if (size < 160000) {
            try {
                cbl(null, deflateSync(file, p));
            }
            catch (e) {
                cbl(e, null);
            }
        }
        else
            term.push(deflate(file, p, cbl));
    };
    // Cannot use lft because it can decrease
    for (var i = 0; i < slft; ++i) {
        _loop_1(i);
    }
    return tAll;
}
/**
 * Synchronously creates a ZIP file. Prefer using `zip` for better performance
 * with more than one file.
 * @param data The directory structure for the ZIP archive
 * @param opts The main options, merged with per-file options
 * @returns The generated ZIP archive
 */
function zipSync(data, opts) {
    if (!opts)
        opts = {};
    var r = {};
    var files = [];
    fltn(data, '', r, opts);
    var o = 0;
    var tot = 0;
    for (var fn in r) {
        var _a = r[fn], file = _a[0], p = _a[1];
        var compression = p.level == 0 ? 0 : 8;
        var f = strToU8(fn), s = f.length;
        var com = p.comment, m = com && strToU8(com), ms = m && m.length;
        var exl = exfl(p.extra);
        if (s > 65535)
            err(11);
        var d = compression ? deflateSync(file, p) : file, l = d.length;
        var c = crc();
        c.p(file);
        files.push(mrg(p, {
            size: file.length,
            crc: c.d(),
            c: d,
            f: f,
            m: m,
            u: s != fn.length || (m && (com.length != ms)),
            o: o,
            compression: compression
        }));
        o += 30 + s + exl + l;
        tot += 76 + 2 * (s + exl) + (ms || 0) + l;
    }
    var out = new u8(tot + 22), oe = o, cdl = tot - o;
    for (var i = 0; i < files.length; ++i) {
        var f = files[i];
        wzh(out, f.o, f, f.f, f.u, f.c.length);
        var badd = 30 + f.f.length + exfl(f.extra);
        out.set(f.c, f.o + badd);
        wzh(out, o, f, f.f, f.u, f.c.length, f.o, f.m), o += 16 + badd + (f.m ? f.m.length : 0);
    }
    wzf(out, o, files.length, cdl, oe);
    return out;
}
/**
 * Streaming pass-through decompression for ZIP archives
 */
var UnzipPassThrough = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function UnzipPassThrough() {
    }
    UnzipPassThrough.prototype.push = function (chunk, final) {
        // same as ZipPassThrough: cast to retain Buffer ergonomics
        this.ondata(null, chunk, final);
    };
    UnzipPassThrough.compression = 0;
    return UnzipPassThrough;
}())));

/**
 * Streaming DEFLATE decompression for ZIP archives. Prefer AsyncZipInflate for
 * better performance.
 */
var UnzipInflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a DEFLATE decompression that can be used in ZIP archives
     */
    function UnzipInflate() {
        var _this = this;
        this.i = new Inflate(function (dat, final) {
            _this.ondata(null, dat, final);
        });
    }
    UnzipInflate.prototype.push = function (chunk, final) {
        try {
            this.i.push(chunk, final);
        }
        catch (e) {
            this.ondata(e, null, final);
        }
    };
    UnzipInflate.compression = 8;
    return UnzipInflate;
}())));

/**
 * Asynchronous streaming DEFLATE decompression for ZIP archives
 */
var AsyncUnzipInflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a DEFLATE decompression that can be used in ZIP archives
     */
    function AsyncUnzipInflate(_, sz) {
        var _this = this;
        if (sz < 320000) {
            this.i = new Inflate(function (dat, final) {
                _this.ondata(null, dat, final);
            });
        }
        else {
            this.i = new AsyncInflate(function (err, dat, final) {
                _this.ondata(err, dat, final);
            });
            this.terminate = this.i.terminate;
        }
    }
    AsyncUnzipInflate.prototype.push = function (chunk, final) {
        if (this.i.terminate)
            chunk = slc(chunk, 0);
        this.i.push(chunk, final);
    };
    AsyncUnzipInflate.compression = 8;
    return AsyncUnzipInflate;
}())));

/**
 * A ZIP archive decompression stream that emits files as they are discovered
 */
var Unzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a ZIP decompression stream
     * @param cb The callback to call whenever a file in the ZIP archive is found
     */
    function Unzip(cb) {
        this.onfile = cb;
        this.k = [];
        this.o = {
            0: UnzipPassThrough
        };
        this.p = et;
    }
    /**
     * Pushes a chunk to be unzipped
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Unzip.prototype.push = function (chunk, final) {
        var _this = this;
        if (!this.onfile)
            err(5);
        if (!this.p)
            err(4);
        if (this.c > 0) {
            var len = Math.min(this.c, chunk.length);
            var toAdd = chunk.subarray(0, len);
            this.c -= len;
            if (this.d)
                this.d.push(toAdd, !this.c);
            else
                this.k[0].push(toAdd);
            chunk = chunk.subarray(len);
            if (chunk.length)
                return this.push(chunk, final);
        }
        else {
            var f = 0, i = 0, is = void 0, buf = void 0;
            if (!this.p.length)
                buf = chunk;
            else if (!chunk.length)
                buf = this.p;
            else {
                buf = new u8(this.p.length + chunk.length);
                buf.set(this.p), buf.set(chunk, this.p.length);
            }
            var l = buf.length, oc = this.c, add = oc && this.d;
            var _loop_2 = function () {
                var sig = b4(buf, i);
                if (sig == 0x4034B50) {
                    f = 1, is = i;
                    this_1.d = null;
                    this_1.c = 0;
                    var bf = b2(buf, i + 6), cmp_1 = b2(buf, i + 8), u = bf & 2048, dd = bf & 8, fnl = b2(buf, i + 26), es = b2(buf, i + 28);
                    if (l > i + 30 + fnl + es) {
                        var chks_3 = [];
                        this_1.k.unshift(chks_3);
                        f = 2;
                        var lsc = b4(buf, i + 18), lsu = b4(buf, i + 22);
                        var fn_1 = strFromU8(buf.subarray(i + 30, i += 30 + fnl), !u);
                        var _a = z64hs(buf, i, es, 2, lsc, lsu, 0), sc_1 = _a[0], su_1 = _a[1], z64 = _a[3];
                        if (dd)
                            sc_1 = -1 - z64;
                        i += es;
                        this_1.c = sc_1;
                        var d_1;
                        var file_1 = {
                            name: fn_1,
                            compression: cmp_1,
                            start: function () {
                                if (!file_1.ondata)
                                    err(5);
                                if (!sc_1)
                                    file_1.ondata(null, et, true);
                                else {
                                    var ctr = _this.o[cmp_1];
                                    if (!ctr)
                                        file_1.ondata(err(14, 'unknown compression type ' + cmp_1, 1), null, false);
                                    d_1 = sc_1 < 0 ? new ctr(fn_1) : new ctr(fn_1, sc_1, su_1);
                                    d_1.ondata = function (err, dat, final) { file_1.ondata(err, dat, final); };
                                    for (var _i = 0, chks_4 = chks_3; _i < chks_4.length; _i++) {
                                        var dat = chks_4[_i];
                                        d_1.push(dat, false);
                                    }
                                    if (_this.k[0] == chks_3 && _this.c)
                                        _this.d = d_1;
                                    else
                                        d_1.push(et, true);
                                }
                            },
                            terminate: function () {
                                if (d_1 && d_1.terminate)
                                    d_1.terminate();
                            }
                        };
                        if (sc_1 >= 0)
                            file_1.size = sc_1, file_1.originalSize = su_1;
                        this_1.onfile(file_1);
                    }
                    return "break";
                }
                else if (oc) {
                    if (sig == 0x8074B50) {
                        is = i += 12 + (oc == -2 && 8), f = 3, this_1.c = 0;
                        return "break";
                    }
                    else if (sig == 0x2014B50) {
                        is = i -= 4, f = 3, this_1.c = 0;
                        return "break";
                    }
                }
            };
            var this_1 = this;
            for (; i < l - 4; ++i) {
                var state_1 = _loop_2();
                if (state_1 === "break")
                    break;
            }
            this.p = et;
            if (oc < 0) {
                var dat = f ? buf.subarray(0, is - 12 - (oc == -2 && 8) - (b4(buf, is - 16) == 0x8074B50 && 4)) : buf.subarray(0, i);
                if (add)
                    add.push(dat, !!f);
                else
                    this.k[+(f == 2)].push(dat);
            }
            if (f & 2)
                return this.push(buf.subarray(i), final);
            this.p = buf.subarray(i);
        }
        if (final) {
            if (this.c)
                err(13);
            this.p = null;
        }
    };
    /**
     * Registers a decoder with the stream, allowing for files compressed with
     * the compression type provided to be expanded correctly
     * @param decoder The decoder constructor
     */
    Unzip.prototype.register = function (decoder) {
        this.o[decoder.compression] = decoder;
    };
    return Unzip;
}())));

var mt = typeof queueMicrotask == 'function' ? queueMicrotask : typeof setTimeout == 'function' ? setTimeout : function (fn) { fn(); };
function unzip(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    var term = [];
    var tAll = function () {
        for (var i = 0; i < term.length; ++i)
            term[i]();
    };
    var files = {};
    var cbd = function (a, b) {
        mt(function () { cb(a, b); });
    };
    mt(function () { cbd = cb; });
    var e = data.length - 22;
    for (; b4(data, e) != 0x6054B50; --e) {
        if (!e || data.length - e > 65558) {
            cbd(err(13, 0, 1), null);
            return tAll;
        }
    }
    ;
    var lft = b2(data, e + 8);
    if (lft) {
        var c = lft;
        var o = b4(data, e + 16);
        var z = b4(data, e - 20) == 0x7064B50;
        if (z) {
            var ze = b4(data, e - 12);
            z = b4(data, ze) == 0x6064B50;
            if (z) {
                c = lft = b4(data, ze + 32);
                o = b4(data, ze + 48);
            }
        }
        var fltr = opts && opts.filter;
        var _loop_3 = function (i) {
            var _a = zh(data, o, z), c_1 = _a[0], sc = _a[1], su = _a[2], fn = _a[3], no = _a[4], off = _a[5], b = slzh(data, off);
            o = no;
            var cbl = function (e, d) {
                if (e) {
                    tAll();
                    cbd(e, null);
                }
                else {
                    if (d)
                        files[fn] = d;
                    if (!--lft)
                        cbd(null, files);
                }
            };
            if (!fltr || fltr({
                name: fn,
                size: sc,
                originalSize: su,
                compression: c_1
            })) {
                if (!c_1)
                    cbl(null, slc(data, b, b + sc));
                else if (c_1 == 8) {
                    var infl = data.subarray(b, b + sc);
                    // Synchronously decompress under 512KB, or barely-compressed data
                    if (su < 524288 || sc > 0.8 * su) {
                        try {
                            cbl(null, inflateSync(infl, { out: new u8(su) }));
                        }
                        catch (e) {
                            cbl(e, null);
                        }
                    }
                    else
                        term.push(inflate(infl, { size: su }, cbl));
                }
                else
                    cbl(err(14, 'unknown compression type ' + c_1, 1), null);
            }
            else
                cbl(null, null);
        };
        for (var i = 0; i < c; ++i) {
            _loop_3(i);
        }
    }
    else
        cbd(null, {});
    return tAll;
}
/**
 * Synchronously decompresses a ZIP archive. Prefer using `unzip` for better
 * performance with more than one file.
 * @param data The raw compressed ZIP file
 * @param opts The ZIP extraction options
 * @returns The decompressed files
 */
function unzipSync(data, opts) {
    var files = {};
    var e = data.length - 22;
    for (; b4(data, e) != 0x6054B50; --e) {
        if (!e || data.length - e > 65558)
            err(13);
    }
    ;
    var c = b2(data, e + 8);
    if (!c)
        return {};
    var o = b4(data, e + 16);
    var z = b4(data, e - 20) == 0x7064B50;
    if (z) {
        var ze = b4(data, e - 12);
        z = b4(data, ze) == 0x6064B50;
        if (z) {
            c = b4(data, ze + 32);
            o = b4(data, ze + 48);
        }
    }
    var fltr = opts && opts.filter;
    for (var i = 0; i < c; ++i) {
        var _a = zh(data, o, z), c_2 = _a[0], sc = _a[1], su = _a[2], fn = _a[3], no = _a[4], off = _a[5], b = slzh(data, off);
        o = no;
        if (!fltr || fltr({
            name: fn,
            size: sc,
            originalSize: su,
            compression: c_2
        })) {
            if (!c_2)
                files[fn] = slc(data, b, b + sc);
            else if (c_2 == 8)
                files[fn] = inflateSync(data.subarray(b, b + sc), { out: new u8(su) });
            else
                err(14, 'unknown compression type ' + c_2);
        }
    }
    return files;
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
;// CONCATENATED MODULE: ./lib/github/zip.js


/** An artifact whose content is not what it is said to be. */
class ArtifactError extends errors/* UserError */.y {
    name = 'ArtifactError';
}
const LARGEST_FILE_BYTES = 512 * 1024 * 1024;
/** The files of a zip by name; refuses what is no zip or would unpack to more than any artifact of ours. */
function zip_unzip(zip) {
    let total = 0;
    try {
        const files = unzipSync(zip, {
            filter: ({ originalSize, name }) => {
                total += originalSize;
                if (total > LARGEST_FILE_BYTES)
                    throw new ArtifactError(`The artifact unpacks to more than 512 MiB (at '${name}').`);
                return true;
            }
        });
        return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes)]));
    }
    catch (cause) {
        if (cause instanceof ArtifactError)
            throw cause;
        throw new ArtifactError('The artifact is not a whole zip file. Run the job that made it again.', {
            cause
        });
    }
}


/***/ }),

/***/ 2859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ cutRunes),
/* harmony export */   G$: () => (/* binding */ cutMarkdown),
/* harmony export */   PP: () => (/* binding */ tableHead),
/* harmony export */   RQ: () => (/* binding */ escapeLines),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   jD: () => (/* binding */ tableRow)
/* harmony export */ });
/* unused harmony exports neutralise, escapeInline, escapeHtml, fence, details, inCharacters, inBytes, tameMarkdown */
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3806);

/** Ends mentions, HTML comments and folds without changing what a reader sees, and shows what nobody would see. */
function neutralise(text) {
    return withoutMentions((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)).replaceAll(/<(?=!--|\/?(?:details|summary)\b)/gi, '<\u200B');
}
const withoutMentions = (text) => text.replaceAll(/(?<!\w)@(?=\w)/g, '@\u200B');
/** Plain text on one line: nothing in it is Markdown, HTML, a mention, a link or a reference to an issue any more. */
function escapeInline(text) {
    return (withoutMentions((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text))
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/[\\`*_{}[\]()#+!|~$-]/g, (mark) => `\\${mark}`)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('://', '\\://')
        .replaceAll(/\bwww\./gi, (found) => found.replace('.', '\\.'))
        // GitHub links issues in the rendered text, where a backslash is gone.
        .replaceAll(/#(?=\d)/g, '#\u200B')
        .trim());
}
/** Plain text of several lines on one line of Markdown, still shown as several. */
function escapeLines(text) {
    return text
        .split(/\r\n?|\n/)
        .map(escapeInline)
        .filter((line) => line !== '')
        .join('<br>');
}
/** Text for the inside of an HTML element such as `<summary>`. */
function escapeHtml(text) {
    return withoutMentions(visible(text))
        .replaceAll(/\s+/g, ' ')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;');
}
/** A code span that shows `text` as it is, on one line. */
function codeSpan(text) {
    const line = neutralise(text).replaceAll(/\s+/g, ' ');
    const ticks = '`'.repeat(longestRun(line) + 1);
    const pad = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : '';
    return `${ticks}${pad}${line}${pad}${ticks}`;
}
/** A fenced block whose fence is longer than any run of backticks inside. */
function fence(text, language = '') {
    const body = neutralise(text.replaceAll(/\r\n?/g, '\n'));
    const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
    return `${ticks}${language}\n${body.endsWith('\n') ? body : `${body}\n`}${ticks}`;
}
function longestRun(text) {
    let longest = 0;
    for (const [ticks] of text.matchAll(/`+/g))
        longest = Math.max(longest, ticks.length);
    return longest;
}
/** One row of a table; a pipe inside a cell stays inside it. */
function tableRow(cells) {
    return `| ${cells.map((cell) => escapePipes(cell).replaceAll(/[\r\n]+/g, ' ')).join(' | ')} |`;
}
/** Parsers disagree on a pipe behind two backslashes, so an odd number of them stands before each. */
function escapePipes(cell) {
    return cell.replaceAll(/(\\*)\|/g, (found, slashes) => slashes.length % 2 === 0 ? `${slashes}\\|` : found);
}
/** A table's first two lines. */
function tableHead(titles) {
    return `${tableRow(titles)}\n${tableRow(titles.map(() => '---'))}`;
}
/** A folded part; `summary` is HTML (see escapeHtml), `body` Markdown. */
function details(summary, body, open = false) {
    return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
const inCharacters = (text) => text.length;
const inBytes = (text) => Buffer.byteLength(text);
/** Cuts a text between two characters, never inside one. */
function cutRunes(text, length) {
    const last = text.charCodeAt(length - 1);
    const splits = length > 0 && length < text.length && last >= 0xd800 && last <= 0xdbff;
    return text.slice(0, Math.max(0, splits ? length - 1 : length));
}
const ELLIPSIS = '…';
/**
 * At most `limit` of a Markdown text, cut between lines, with every open fence and `<details>` closed again; '' when not
 * even its first line fits.
 */
function cutMarkdown(text, limit, measure = inCharacters) {
    if (measure(text) <= limit)
        return text;
    const kept = [];
    let open = { fence: '', folds: 0 };
    let room = limit;
    for (const line of text.split('\n')) {
        const next = openAfter(open, line);
        if (room < measure(line) + 1 + measure(closing(next)) + measure(ELLIPSIS) + 1)
            break;
        kept.push(line);
        room -= measure(line) + 1;
        open = next;
    }
    if (kept.length === 0)
        return '';
    return `${kept.join('\n')}\n${ELLIPSIS}${closing(open)}`;
}
/** Foreign Markdown that is to look like ours: it keeps fences and folds, and closes them; links, images and HTML end. */
function tameMarkdown(text) {
    let open = { fence: '', folds: 0 };
    const tame = [];
    for (const raw of visible(text).split(/\r\n?|\n/)) {
        const line = open.fence === '' ? tameLine(raw, open.folds) : raw.replaceAll('<!--', '<\u200B!--');
        // A fold's line begins a piece of HTML that only a blank line ends: nothing behind it may be taken for a fence.
        if (isFold(tame.at(-1)) && open.fence === '' && line.trim() !== '')
            tame.push('');
        tame.push(line);
        open = openAfter(open, line);
    }
    return withoutMentions(tame.join('\n')) + closing(open);
}
/** What this suite itself writes as HTML: a fold begins or ends its line. */
const FOLD = /^(?:<details(?: open)?><summary>.*<\/summary>$|<\/details>$)/;
const OWN_TAG = /^<(?:\/?(?:summary|code)|details|details open)>/;
const isFold = (line) => line !== undefined && FOLD.test(line);
function tameLine(line, folds) {
    if (line === '</details>' && folds > 0)
        return line;
    const opens = line.startsWith('<details') && isFold(line);
    return line
        .replaceAll(/\](?=[(:])/g, ']\u200B')
        .replaceAll(/^([\s>]*(?:[-*+]|\d+[.)])?\s*)~~~/g, '$1\\~~~')
        .replace(/^ {1,3}(?=```)/, '')
        .replaceAll(/<(?=[A-Za-z/!?])/g, (_sign, at, whole) => {
        const [tag = ''] = OWN_TAG.exec(whole.slice(at)) ?? [];
        const isOurs = opens && tag !== '' && (at === 0) === tag.startsWith('<details');
        return isOurs || (at > 0 && whole.startsWith('<br>', at)) ? '<' : '<\u200B';
    });
}
function openAfter(open, line) {
    const ticks = /^ {0,3}(`{3,})([^`]*)$/.exec(line);
    if (open.fence !== '') {
        const closes = ticks !== null && (ticks[1] ?? '').length >= open.fence.length && ticks[2]?.trim() === '';
        return closes ? { ...open, fence: '' } : open;
    }
    if (ticks !== null)
        return { ...open, fence: ticks[1] ?? '' };
    const folds = open.folds + count(line, /<details\b/g) - count(line, /<\/details>/g);
    return { fence: '', folds: Math.max(0, folds) };
}
function closing({ fence: ticks, folds }) {
    return `${ticks === '' ? '' : `\n${ticks}`}${'\n\n</details>'.repeat(folds)}`;
}
function count(text, pattern) {
    return [...text.matchAll(pattern)].length;
}


/***/ }),

/***/ 3806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   kc: () => (/* binding */ logText)
/* harmony export */ });
/** Acts without being seen: control characters, direction marks, zero-width and tag characters, halves of a rune. */
const UNSEEN = /(?![\t\n\r]|(?<=\p{Extended_Pictographic})\uFE0F|(?<=[@#<\]])\u200B)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/**
 * The text with everything unseen made visible: ESC as ␛, U+202E as ⟨U+202E⟩. A zero-width space that this suite itself
 * put behind `@`, `#`, `<` or `]` stays, so that doing it twice changes nothing.
 */
function visible(text) {
    return text.replaceAll(UNSEEN, (unseen) => {
        const code = unseen.codePointAt(0) ?? 0;
        if (code < 0x20)
            return String.fromCodePoint(0x2400 + code);
        return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
    });
}
/** A line of our own with foreign words in it: nothing behind its beginning is a command to the runner. */
function logLine(text) {
    return visible(text.replaceAll(/\r\n?/g, '\n'))
        .replaceAll('##[', '# #[')
        .replaceAll(/\n(\s*)::/g, '\n$1: :');
}
/** Foreign words for the log: no line of them is a command to the runner, a fold or a colour. */
function logText(text) {
    return visible(text.replaceAll(/\r\n?/g, '\n'))
        .replaceAll('##[', '# #[')
        .replaceAll(/^(\s*)::/gm, '$1: :');
}


/***/ }),

/***/ 2620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ process_exec)
});

// UNUSED EXPORTS: execBriefly

// EXTERNAL MODULE: external "string_decoder"
var external_string_decoder_ = __nccwpck_require__(3193);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(2613);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ../../node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_.dirname(filePath);
                        const upperName = external_path_.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ../../node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = tr.argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new tr.ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function exec_getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
;// CONCATENATED MODULE: ./lib/process.js



/** After a cancellation: an interrupt, this long to finish properly (Terraform gives its lock back), then the end. */
const GRACE_MS = 60_000;
/** For what may run long and must be told of a cancellation: no shell, no input, bytes decoded once they are complete. */
const process_exec = (command, args, options) => new Promise((resolve, reject) => {
    const { cwd, env, signal, apart: detached = false } = options;
    if (signal.aborted)
        return reject(signal.reason);
    const child = (0,external_node_child_process_namespaceObject.spawn)(command, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached });
    const stdout = collect(child.stdout, options.onStdout);
    const stderr = collect(child.stderr, options.onStderr);
    const stopListening = interruptOnAbort(child, signal);
    child.once('error', (cause) => {
        stopListening();
        reject(new Error(`The command '${command}' cannot be started in ${cwd}.`, { cause }));
    });
    child.once('close', (code) => {
        stopListening();
        if (signal.aborted)
            return reject(signal.reason);
        resolve({ code: code ?? 1, stdout: stdout(), stderr: stderr() });
    });
});
/** For what ends by itself within moments, such as a question for a version: through the toolkit, and not interrupted. */
const execBriefly = async (command, args, { cwd, env, signal }) => {
    signal.throwIfAborted();
    const known = Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    const { exitCode, stdout, stderr } = await getExecOutput(`"${command}"`, [...args], {
        cwd,
        env: Object.fromEntries(known),
        ignoreReturnCode: true,
        silent: true
    });
    return { code: exitCode, stdout, stderr };
};
function interruptOnAbort(child, signal) {
    let timer;
    const interrupt = () => {
        child.kill('SIGINT');
        timer = setTimeout(() => child.kill('SIGTERM'), GRACE_MS);
    };
    signal.addEventListener('abort', interrupt, { once: true });
    return () => {
        signal.removeEventListener('abort', interrupt);
        clearTimeout(timer);
    };
}
/** Keeps every byte and hands on whole lines; a character split between two chunks stays one character. */
function collect(stream, onLine) {
    const chunks = [];
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder('utf8');
    let rest = '';
    stream.on('data', (chunk) => {
        chunks.push(chunk);
        if (onLine === undefined)
            return;
        const lines = (rest + decoder.write(chunk)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
    });
    stream.on('end', () => {
        if (onLine !== undefined && rest + decoder.end() !== '')
            onLine(rest);
    });
    return () => Buffer.concat(chunks).toString('utf8');
}


/***/ }),

/***/ 7022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ retry)
});

;// CONCATENATED MODULE: ../../node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ../../node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}

		// Not `Number.isSafeInteger`, which would reject a huge `retries`. That is accepted on purpose and behaves as effectively forever.
		// eslint-disable-next-line unicorn/prefer-number-is-safe-integer
		if (Number.isFinite(retries) && !Number.isInteger(retries)) {
			throw new TypeError('Expected `retries` to be a non-negative integer or Infinity.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {allowInfinity = false} = {}) {
	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < 0) {
		throw new TypeError(`Expected \`${name}\` to be \u{2265} 0.`);
	}
}

function validateOption(name, value, type) {
	// `null` means "not provided", as it does for the other options. `unref` needs this because it is the one option with no default of its own.
	if (value === undefined || value === null) {
		return;
	}

	if (typeof value !== type) {
		throw new TypeError(`Expected \`${name}\` to be a ${type}.`);
	}
}

function validateSignal(value) {
	// `null` means "not provided", as it does for the other options.
	if (value === undefined || value === null) {
		return;
	}

	// Duck typed rather than `instanceof`, so a signal from another realm still works. All three methods are checked because `removeEventListener` is called from inside a timer callback, where a `TypeError` would be an uncaught exception rather than a rejection the caller could catch.
	if (typeof value.throwIfAborted !== 'function'
		|| typeof value.addEventListener !== 'function'
		|| typeof value.removeEventListener !== 'function') {
		throw new TypeError('Expected `signal` to be an AbortSignal.');
	}
}

class AbortError extends Error {
	constructor(message) {
		super(typeof message === 'string' ? message : undefined);

		this.name = 'AbortError';

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			// Created here, so it already captures every caller frame. Copying `this.stack` instead would only rewrite the header, which is rendered lazily from `name` and `message` at read time. It also stringifies a non-string message, so reuse its result below.
			this.originalError = new Error(message);
			({message} = this.originalError);

			// The caller sees this error, so the frame for this constructor is dropped where the runtime supports it. Left in, the top frame blames p-retry for an error the caller threw. An error the caller passed keeps its own stack, which points at their throw site already. V8-only, hence the lint exception, and the optional call leaves the stack as it is where it is missing.
			// eslint-disable-next-line unicorn/no-nonstandard-builtin-properties
			Error.captureStackTrace?.(this.originalError, AbortError);
		}

		this.message = message;
	}
}

// `setTimeout` cannot represent a longer delay and fires it right away instead, which turns a long backoff into a tight retry loop. Cap at the largest value it can still hold.
const maximumDelay = (2 ** 31) - 1;

function calculateDelay(retriesConsumed, options) {
	// Nothing to wait for, and multiplying by a factor that has grown to `Infinity` would give `NaN`.
	if (options.minTimeout === 0) {
		return 0;
	}

	// `retriesConsumed` starts at 0 and only ever counts up, so the first retry is already attempt 1.
	const attempt = retriesConsumed + 1;
	const random = options.randomize ? (Math.random() + 1) : 1;

	const timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));

	// `maxTimeout` rounds up, so a fractional cap still gives a whole number of milliseconds. Rounding down would turn a cap below 1 into no timer at all, which never yields to the event loop. `Math.ceil(Infinity)` is `Infinity`.
	return Math.min(timeout, Math.ceil(options.maxTimeout), maximumDelay);
}

function calculateRemainingTime(start, max) {
	return Number.isFinite(max) ? max - (performance.now() - start) : max;
}

async function delayForRetry(delay, options) {
	if (delay <= 0) {
		return;
	}

	await new Promise((resolve, reject) => {
		// Registered with `once`, so it removes itself when it fires.
		const onAbort = () => {
			clearTimeout(timeoutToken);
			reject(options.signal.reason);
		};

		const timeoutToken = setTimeout(() => {
			options.signal?.removeEventListener('abort', onAbort);
			resolve();
		}, delay);

		if (options.unref) {
			timeoutToken.unref?.();
		}

		options.signal?.addEventListener('abort', onAbort, {once: true});
	});
}

// Stringifying a thrown value can itself throw, for an object with no usable `toString`. That must never be allowed to replace the failure the caller is actually dealing with.
//
// A thrown value whose own accessors or proxy traps throw is not supported, here or anywhere else. It comes from the caller's own code, so it is not something to defend against.
function stringifyThrownValue(value) {
	try {
		return String(value);
	} catch {
		return Object.prototype.toString.call(value);
	}
}

// `AbortError` wraps the error the caller actually wants, and the wrappers can be nested, so keep unwrapping until the cause is reached. Otherwise an `AbortError` would escape `pRetry` and a `catch` doing `error instanceof AbortError` would read a real failure as a cancellation.
//
// Two wrappers whose `originalError` points at each other are not supported, like the thrown values above.
function unwrapAbortError(error) {
	let cause = error;

	// A wrapper with no error to unwrap to is the cause as far as it goes.
	while (cause instanceof AbortError && cause.originalError instanceof Error) {
		cause = cause.originalError;
	}

	return cause;
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	// The signal is checked after the operation and after every callback, so a cancellation is never reported as an operation failure or a callback's decision, and no callback runs after it. The last check also guards the delay, whose abort listener never fires on a signal that is already aborted.
	const abortIfNeeded = () => {
		options.signal?.throwIfAborted();
	};

	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${stringifyThrownValue(error)}". You should only throw errors.`);

	// Checked before unwrapping an `AbortError`, because the reason a caller aborted with is final. Unwrapping it would replace the reason they chose with whatever is inside it, and it would also let an `AbortError` from the operation outrank a cancellation the caller asked for.
	abortIfNeeded();

	if (normalizedError instanceof AbortError) {
		throw unwrapAbortError(normalizedError);
	}

	// `retriesConsumed` only ever advances while `retriesLeft` is above 0, so this is never negative. `Infinity` minus a finite count is `Infinity`, so an unlimited budget needs no special case.
	const retriesLeft = options.retries - retriesConsumed;

	// A `TypeError` normally means the operation itself is broken rather than the thing it was trying to reach, so retrying it does not help. A network `TypeError` is the exception, and its message differs per runtime, so it has to be recognised rather than assumed.
	const isRetriableError = !(normalizedError instanceof TypeError) || isNetworkError(normalizedError);

	// Out of time already, out of retries, or a failure that is never retried, so the delay is 0 and the callbacks are told that no retry follows. Only computed when a retry can still follow, so a randomized delay does not draw from `Math.random` for a wait that is never taken.
	const timeLeft = calculateRemainingTime(startTime, options.maxRetryTime);
	const delayTime = isRetriableError && timeLeft > 0 && retriesLeft > 0 ? calculateDelay(retriesConsumed, options) : 0;

	const consumeRetryContext = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
		retryDelay: delayTime,
	});

	// No answer means no opinion, so fall back to the default. Treating it as `false` instead would leave `retries` uncounted and let the loop run forever.
	const consumeRetry = (await options.shouldConsumeRetry(consumeRetryContext)) ?? true;

	abortIfNeeded();

	const effectiveDelay = consumeRetry ? delayTime : 0;
	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
		retryDelay: effectiveDelay,
	});

	await options.onFailedAttempt(context);

	abortIfNeeded();

	const remainingTime = calculateRemainingTime(startTime, options.maxRetryTime);

	// No time or budget left, or a failure that retrying cannot help with.
	if (
		!isRetriableError
		|| remainingTime <= 0
		|| retriesLeft <= 0
	) {
		throw normalizedError;
	}

	const shouldRetry = await options.shouldRetry(context);

	abortIfNeeded();

	if (!shouldRetry) {
		throw normalizedError;
	}

	const remainingTimeAfterShouldRetry = calculateRemainingTime(startTime, options.maxRetryTime);

	if (remainingTimeAfterShouldRetry <= 0) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		return false;
	}

	await delayForRetry(Math.min(effectiveDelay, remainingTimeAfterShouldRetry), options);

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	// Applied before validating, so that `null` means "not provided" here as it does for every other option.
	options.retries ??= 10;

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Infinity;
	options.maxRetryTime ??= Infinity;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate the options that have a runtime type to check.
	validateOption('onFailedAttempt', options.onFailedAttempt, 'function');
	validateOption('shouldRetry', options.shouldRetry, 'function');
	validateOption('shouldConsumeRetry', options.shouldConsumeRetry, 'function');
	validateOption('randomize', options.randomize, 'boolean');
	validateOption('unref', options.unref, 'boolean');
	validateSignal(options.signal);
	validateNumberOption('factor', options.factor);
	validateNumberOption('minTimeout', options.minTimeout);
	validateNumberOption('maxTimeout', options.maxTimeout, {allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {allowInfinity: true});

	// A negative factor is rejected above, so this only catches `0`. Treat it as `1` to keep the delay constant instead of dropping to zero after the first retry.
	if (options.factor === 0) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	// A consumed count is always finite, so `Infinity` keeps this true and needs no special case.
	while (retriesConsumed <= options.retries) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Unreachable: `onAttemptFailure` throws once `retriesLeft` reaches 0, which is the same state the loop condition tests, so the loop is always left by a throw. Kept as a guard against a future change to either side breaking that pairing.
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}

;// CONCATENATED MODULE: ./lib/retry.js

/** Runs `operation` until it succeeds, its fault is final, or the policy is used up; then throws the last fault. */
function retry(operation, policy) {
    return pRetry(operation, {
        retries: policy.attempts - 1,
        factor: 2,
        minTimeout: policy.maxWaitMs / 10,
        maxTimeout: policy.maxWaitMs,
        maxRetryTime: policy.deadlineMs,
        randomize: true,
        shouldRetry: ({ error }) => policy.isTransient(error),
        ...(policy.signal === undefined ? {} : { signal: policy.signal })
    });
}


/***/ }),

/***/ 5455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: SUMMARY_LIMIT_BYTES

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        file_command_issueFileCommand('PATH', inputPath);
    }
    else {
        command_issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
// EXTERNAL MODULE: ./lib/markdown.js
var markdown = __nccwpck_require__(2859);
// EXTERNAL MODULE: ./lib/plain-text.js
var plain_text = __nccwpck_require__(3806);
;// CONCATENATED MODULE: ./lib/runner.js





/** GitHub drops a step's whole summary above this many bytes. */
const SUMMARY_LIMIT_BYTES = 1024 * 1024;
/** Runs an action: reads nothing itself, writes outputs and summary also on failure, sets the exit code. */
async function runAction(main) {
    const cancel = new AbortController();
    const onSignal = (signal) => {
        cancel.abort(new errors/* UserError */.y(`The job was cancelled (${signal}).`));
    };
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    try {
        await writeReport(await main({ ...runner, signal: cancel.signal }));
    }
    catch (error) {
        const message = (0,errors/* describeError */.U)(error);
        if (error instanceof Error && !(error instanceof errors/* UserError */.y))
            debug(error.stack ?? '');
        await writeReport({
            outputs: {},
            summary: `> [!CAUTION]\n> ${(0,markdown/* escapeLines */.RQ)(message)}\n`,
            failure: message
        });
    }
    finally {
        process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    }
}
const annotation = (place) => ({ ...place });
const log = {
    info: (line) => info((0,plain_text/* logLine */.BP)(line)),
    debug: (line) => debug((0,plain_text/* logLine */.BP)(line)),
    warning: (line, place) => warning((0,plain_text/* logLine */.BP)(line), annotation(place)),
    error: (line, place) => error((0,plain_text/* logLine */.BP)(line), annotation(place)),
    group: group
};
const runner = {
    read: (name) => getInput(name, { trimWhitespace: false }),
    log,
    mask,
    env: process.env,
    addPath: addPath
};
/** Short values are left alone: a mask of `stg` or `{` would blank outputs that merely contain it. */
function mask(value) {
    for (const line of value.split(/\r?\n/)) {
        if (line.length < 8)
            continue;
        for (const form of new Set([line, encodeURIComponent(line), Buffer.from(line).toString('base64')]))
            setSecret(form);
    }
}
async function writeReport(report) {
    for (const [name, value] of Object.entries(report.outputs))
        setOutput(name, value);
    await writeSummary(report.summary);
    if (report.failure === undefined)
        return;
    log.error(report.failure);
    process.exitCode = 1;
}
async function writeSummary(markdown) {
    const file = process.env['GITHUB_STEP_SUMMARY'];
    if (file === undefined || file === '' || markdown === '')
        return;
    if (Buffer.byteLength(markdown) > SUMMARY_LIMIT_BYTES) {
        warning('The job summary is over 1 MiB, which GitHub does not show; it is left out.');
        return;
    }
    await (0,promises_.appendFile)(file, markdown.endsWith('\n') ? markdown : `${markdown}\n`);
}


/***/ }),

/***/ 1551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EM: () => (/* binding */ SealError),
/* harmony export */   Ip: () => (/* binding */ openSeal),
/* harmony export */   k3: () => (/* binding */ parseSealKey)
/* harmony export */ });
/* unused harmony export sealPlan */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2705);


/** A sealed plan that does not open: another key, a changed byte, or not a sealed plan at all. */
class SealError extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y {
    name = 'SealError';
}
const MAGIC = Buffer.from('caliber-seal-1\n');
const KEY_ID_BYTES = 8;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
const LONGEST_HEADER = 1024 * 1024;
/** The 32 bytes of a key written in base64. */
function parseSealKey(text) {
    const key = Buffer.from(text.trim(), 'base64');
    if (key.length !== 32 || key.toString('base64') !== text.trim()) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y("Input 'seal-key' is not the base64 of 32 bytes. Make one with 'openssl rand -base64 32' and keep it as a repository secret.");
    }
    return key;
}
/** Encrypts a plan under `key` so that without the key it cannot be read, and neither it nor its header changed. */
function sealPlan(parts) {
    const iv = randomBytes(IV_BYTES);
    const clear = prologue(parts.key, parts.header);
    const cipher = createCipheriv('aes-256-gcm', derive(parts.key, 'caliber plan seal v1', 32), iv);
    cipher.setAAD(clear);
    const sealed = Buffer.concat([cipher.update(joinContent(parts)), cipher.final()]);
    return Buffer.concat([clear, iv, cipher.getAuthTag(), sealed]);
}
/** Opens what `sealPlan` made; a SealError says whether the key or the bytes are wrong. */
function openSeal(parts) {
    const { clear, keyId, headerText, rest } = split(parts.sealed);
    if (!keyId.equals(idOf(parts.key))) {
        throw new SealError(`The plan was sealed with another key (${keyId.toString('hex')}) than the one given (${idOf(parts.key).toString('hex')}). Give the plan and the apply job the same seal-key, and plan again after the secret was changed.`);
    }
    const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)('aes-256-gcm', derive(parts.key, 'caliber plan seal v1', 32), rest.subarray(0, IV_BYTES));
    decipher.setAAD(clear);
    decipher.setAuthTag(rest.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const content = decrypt(decipher, rest.subarray(IV_BYTES + TAG_BYTES));
    return { header: parseHeader(headerText), ...splitContent(content) };
}
/** The variables' length, the variables, the plan. */
function joinContent({ plan, variables = '' }) {
    const text = Buffer.from(variables);
    return Buffer.concat([lengthOf(text), text, plan]);
}
/** Only called on authenticated bytes, of a header whose format was judged. */
function splitContent(content) {
    const end = LENGTH_BYTES + content.readUInt32BE(0);
    const variables = content.toString('utf8', LENGTH_BYTES, end);
    return { plan: content.subarray(end), ...(variables === '' ? {} : { variables }) };
}
function decrypt(decipher, sealed) {
    try {
        return Buffer.concat([decipher.update(sealed), decipher.final()]);
    }
    catch (cause) {
        throw new SealError('The sealed plan was changed after it was sealed: its authentication tag does not fit. Plan again and apply that run’s artifact.', { cause });
    }
}
/** Magic, id of the key, length of the header, header: the part that is authenticated but not secret. */
function prologue(key, header) {
    const text = Buffer.from(JSON.stringify(header));
    return Buffer.concat([MAGIC, idOf(key), lengthOf(text), text]);
}
function lengthOf(text) {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(text.length);
    return length;
}
function split(sealed) {
    const start = MAGIC.length + KEY_ID_BYTES + LENGTH_BYTES;
    if (!sealed.subarray(0, MAGIC.length).equals(MAGIC) || sealed.length < start) {
        throw new SealError('The file is not a sealed plan of this version. Make it with plan-comment of the same release.');
    }
    const length = sealed.readUInt32BE(start - LENGTH_BYTES);
    if (length > LONGEST_HEADER || sealed.length < start + length + IV_BYTES + TAG_BYTES) {
        throw new SealError('The sealed plan is cut short or its length was changed. Plan again and apply that run’s artifact.');
    }
    return {
        clear: sealed.subarray(0, start + length),
        keyId: sealed.subarray(MAGIC.length, MAGIC.length + KEY_ID_BYTES),
        headerText: sealed.subarray(start, start + length),
        rest: sealed.subarray(start + length)
    };
}
/** Only called on authenticated bytes: whoever wrote them held the key. */
function parseHeader(text) {
    const header = JSON.parse(text.toString('utf8'));
    if (header.version === 2)
        return header;
    throw new SealError(`The plan was sealed in format ${String(header.version)}; this release reads format 2. Use one release for plan and apply.`);
}
/** Tells two keys apart without telling anything about them. */
const idOf = (key) => derive(key, 'caliber plan seal key id v1', KEY_ID_BYTES);
const derive = (key, info, bytes) => Buffer.from((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hkdfSync)('sha256', key, Buffer.alloc(0), info, bytes));


/***/ }),

/***/ 6315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   VV: () => (/* binding */ planCommand),
/* harmony export */   _6: () => (/* binding */ initCommand),
/* harmony export */   eO: () => (/* binding */ GIVEN_VARIABLES),
/* harmony export */   pW: () => (/* binding */ forgetCommand),
/* harmony export */   sO: () => (/* binding */ withVariables),
/* harmony export */   sz: () => (/* binding */ applyCommand)
/* harmony export */ });
/** What the file of variables that come with a job, not with the checkout, is called. */
const GIVEN_VARIABLES = 'given.tfvars.json';
/** The same arguments with one more file of variables, which is read last. */
function withVariables(args, file) {
    return file === undefined ? args : { ...args, varFiles: [...args.varFiles, file] };
}
/** The command line of `terraform plan` for these arguments. */
function planCommand(args) {
    return [
        'plan',
        '-json',
        '-input=false',
        '-lock=true',
        `-out=${args.out}`,
        ...args.varFiles.map((file) => `-var-file=${file}`),
        ...args.targets.map((address) => `-target=${address}`),
        ...args.replace.map((address) => `-replace=${address}`),
        ...(args.refreshOnly ? ['-refresh-only'] : []),
        ...(args.destroy ? ['-destroy'] : []),
        ...tuning(args)
    ];
}
/** The command line of `terraform apply` for a saved plan: no variables, which the plan already holds. */
function applyCommand(args) {
    return ['apply', '-json', '-input=false', '-lock=true', ...tuning(args), args.file];
}
/** The command line that takes addresses out of the state. */
function forgetCommand({ addresses, lockTimeout }) {
    const patience = lockTimeout === undefined ? [] : [`-lock-timeout=${lockTimeout}`];
    return ['state', 'rm', '-lock=true', ...patience, ...addresses];
}
function tuning(args) {
    return [
        ...(args.parallelism === undefined ? [] : [`-parallelism=${args.parallelism}`]),
        ...(args.lockTimeout === undefined ? [] : [`-lock-timeout=${args.lockTimeout}`])
    ];
}
/** The command line of `terraform init`; a different backend than an earlier one in the same folder simply replaces it. */
function initCommand({ backend = true, backendConfig = [], lockfileReadonly = false }) {
    return [
        'init',
        '-input=false',
        '-no-color',
        ...(backend
            ? ['-reconfigure', ...backendConfig.map((line) => `-backend-config=${line}`)]
            : ['-backend=false']),
        ...(lockfileReadonly ? ['-lockfile=readonly'] : [])
    ];
}


/***/ }),

/***/ 4357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   dj: () => (/* binding */ canonicalJson)
/* harmony export */ });
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isList(value) {
    return Array.isArray(value);
}
/** JSON with sorted keys: equal text exactly when the values are equal. */
function canonicalJson(value) {
    if (isList(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (!isObject(value))
        return JSON.stringify(value ?? null);
    const members = Object.keys(value)
        .toSorted()
        .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
    return `{${members.join(',')}}`;
}
/** One member of an object or list; undefined for anything else. A map that is plainly `true` holds for every member. */
function member(value, key) {
    if (value === true)
        return true;
    if (isList(value))
        return value[Number(key)];
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}


/***/ }),

/***/ 2629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  t: () => (/* binding */ terraformCli)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
// EXTERNAL MODULE: ./lib/plain-text.js
var plain_text = __nccwpck_require__(3806);
// EXTERNAL MODULE: ./lib/terraform/arguments.js
var terraform_arguments = __nccwpck_require__(6315);
// EXTERNAL MODULE: ./lib/terraform/secret-shapes.js
var secret_shapes = __nccwpck_require__(214);
;// CONCATENATED MODULE: ./lib/terraform/diagnostics.js

/** A line of the machine-readable output, or undefined when it is something else. */
function parseUiLine(line) {
    if (!line.startsWith('{'))
        return undefined;
    try {
        const { type = '', diagnostic, '@message': message = '' } = JSON.parse(line);
        return {
            type,
            message: (0,secret_shapes/* hideShapes */.v)(message),
            ...(diagnostic === undefined ? {} : { diagnostic: toDiagnostic(diagnostic) })
        };
    }
    catch {
        return undefined;
    }
}
/** The diagnostics in the output of `terraform validate -json`; undefined when the text is not that. */
function parseValidation(text) {
    try {
        const value = JSON.parse(text);
        return (value.diagnostics ?? []).map(toDiagnostic);
    }
    catch {
        return undefined;
    }
}
/** `Summary: detail (on main.tf line 3)` in one paragraph. */
function describeDiagnostic({ summary, detail, file, startLine, address }) {
    const place = file === undefined ? (address ?? '') : `${file}${startLine === undefined ? '' : ` line ${startLine}`}`;
    const text = [summary, detail].filter((part) => part !== '').join(': ');
    return place === ''
        ? text
        : `${text} (${address === undefined || file === undefined ? '' : `${address}, `}${place})`;
}
/** Values in a snippet are left out: only the sentence and the place are kept, without secrets that show by their shape. */
function toDiagnostic({ severity, summary = '', detail = '', address, range }) {
    return {
        severity: severity === 'warning' ? 'warning' : 'error',
        summary: (0,secret_shapes/* hideShapes */.v)(summary),
        detail: (0,secret_shapes/* hideShapes */.v)(detail),
        ...(address === undefined ? {} : { address }),
        ...toPlace(range)
    };
}
function toPlace(range) {
    if (range?.filename === undefined)
        return {};
    const { filename: file, start, end } = range;
    return {
        file,
        ...(start?.line === undefined ? {} : { startLine: start.line }),
        ...(end?.line === undefined ? {} : { endLine: end.line })
    };
}

;// CONCATENATED MODULE: ./lib/terraform/environment.js

const REFUSED = [
    {
        pattern: /^TF_WORKSPACE$/,
        why: "a saved plan would count as stale; give each stack a state 'key' of its own instead"
    },
    { pattern: /^TF_LOG(?:_|$)/, why: "Terraform's debug log prints secrets; unset it" },
    {
        pattern: /^TF_CLI_ARGS(?:_|$)/,
        why: "it changes every command unseen; use this action's inputs instead"
    },
    { pattern: /^TF_DATA_DIR$/, why: "modules are looked up in the stack's own .terraform folder; unset it" }
];
/** Refuses variables that would change what Terraform does behind the action's back. */
function checkEnvironment(env) {
    for (const [name, value] of Object.entries(env)) {
        const rule = REFUSED.find(({ pattern }) => pattern.test(name));
        if (rule !== undefined && value !== undefined && value !== '') {
            throw new errors/* UserError */.y(`The environment variable ${name} is set, which is not allowed here: ${rule.why}.`);
        }
    }
}
/**
 * What Terraform, its providers and its programs get to see: not the action's inputs (the seal key among them), not the
 * runner's tokens and command files.
 */
function terraformEnvironment(env) {
    const kept = Object.entries(env).filter(([name]) => !/^(?:INPUT_|ACTIONS_|STATE_|RUNNER_TRACKING_ID$)/.test(name) && !COMMAND_FILES.has(name));
    return { ...Object.fromEntries(kept), TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' };
}
const COMMAND_FILES = new Set([
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'GITHUB_ARTIFACTS'
]);
/** The same without `TF_VAR_*`: a saved plan holds its variables, and Terraform would print what it is given again. */
function withoutVariables(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TF_VAR_')));
}

// EXTERNAL MODULE: ./lib/terraform/endings.js
var endings = __nccwpck_require__(2815);
// EXTERNAL MODULE: ./lib/terraform/lock.js
var terraform_lock = __nccwpck_require__(5772);
;// CONCATENATED MODULE: ./lib/terraform/cli.js











/** Terraform as a record of functions; refuses an environment that would change it behind the action's back. */
function terraformCli(options) {
    checkEnvironment(options.env);
    const session = { ...options, env: terraformEnvironment(options.env) };
    return {
        version: () => version(session),
        init: (args) => init(session, args),
        validate: () => validate(session),
        unformatted: async () => lines((await quiet(session, ['fmt', '-check', '-recursive', '-no-color'])).stdout),
        plan: (args) => plan(session, args),
        showPlan: async (file) => succeed(await quiet(session, ['show', '-json', file]), 'show'),
        apply: (args) => apply({ ...session, env: withoutVariables(session.env) }, args),
        saveState: () => saveState(session),
        forget: (args) => forget(session, args),
        output: async () => succeed(await quiet(session, ['output', '-json']), 'output')
    };
}
async function version(session) {
    const text = succeed(await quiet(session, ['version', '-json']), 'version');
    const start = text.indexOf('{');
    return JSON.parse(text.slice(start)).terraform_version;
}
async function init(session, args) {
    const result = await aloud(session, (0,terraform_arguments/* initCommand */._6)(args), secret_shapes/* hideShapes */.v);
    if (result.code === 0)
        return;
    const words = (0,secret_shapes/* hideShapes */.v)((result.stderr || result.stdout).trim().slice(-2000));
    throw new errors/* UserError */.y(`terraform init failed: ${words}\nNothing was changed. Mend the cause; if the backend only did not answer, run the job again.`);
}
async function validate(session) {
    const result = await quiet(session, ['validate', '-json', '-no-color']);
    return parseValidation(result.stdout) ?? [failure(result, 'validate')];
}
async function plan(session, args) {
    const { result, diagnostics } = await speakInTurn(session, (0,terraform_arguments/* planCommand */.VV)(args));
    if (result.code === 0)
        return { kind: 'planned', warnings: diagnostics };
    const errors = errorsOf(result, diagnostics, 'plan');
    const lock = (0,endings/* lockOf */.Vx)(errors);
    return lock === undefined
        ? { kind: 'failed', message: describeAll(errors), diagnostics: errors }
        : { kind: 'locked', lock };
}
async function apply(session, args) {
    const { result, diagnostics } = await speakInTurn(session, (0,terraform_arguments/* applyCommand */.sz)(args));
    if (result.code === 0)
        return { kind: 'applied' };
    const errors = errorsOf(result, diagnostics, 'apply');
    if (errors.some(({ summary }) => summary === 'Saved plan is stale'))
        return { kind: 'stale' };
    const lock = (0,endings/* lockOf */.Vx)(errors);
    const message = describeAll(errors);
    if ((0,endings/* isOnlyUnreleased */.h7)(errors))
        return { kind: 'unreleased', message, ...(lock === undefined ? {} : { lock }) };
    const unsaved = errors.filter(endings/* isUnsaved */.hE);
    if (unsaved.length > 0)
        return { kind: 'unsaved', message, isWhole: unsaved.length === errors.length };
    return lock === undefined ? { kind: 'failed', message } : { kind: 'locked', lock };
}
async function saveState(session) {
    succeed(await quiet(session, ['state', 'push', endings/* UNSAVED_STATE */.Fz]), 'state push');
    await (0,promises_.rm)((0,external_node_path_.join)(session.cwd, endings/* UNSAVED_STATE */.Fz), { force: true });
}
async function forget(session, args) {
    const result = await aloud(session, (0,terraform_arguments/* forgetCommand */.pW)(args), secret_shapes/* hideShapes */.v);
    if (result.code === 0)
        return { kind: 'forgotten' };
    const lock = (0,terraform_lock/* parseLockInfo */.B)(result.stderr);
    return lock === undefined
        ? { kind: 'failed', message: describeDiagnostic(failure(result, 'state rm')) }
        : { kind: 'locked', lock };
}
const TURNS = 3;
/** Runs a command that takes the lock; asks again when it was given back between being refused and being looked at. */
async function speakInTurn(session, args) {
    for (let turn = 1;; turn += 1) {
        const spoken = await speak(session, args);
        if (spoken.result.code === 0 || turn === TURNS || !(0,endings/* isLockRace */.th)(spoken.diagnostics))
            return spoken;
        session.log.info('The lock was given back while it was asked for: asking again.');
    }
}
/** Message types whose words hold addresses and counts, never attribute values. */
const SPOKEN = new Set([
    'version',
    'planned_change',
    'change_summary',
    'resource_drift',
    'apply_start',
    'apply_progress',
    'apply_complete',
    'apply_errored',
    'provision_start',
    'provision_complete',
    'provision_errored',
    'diagnostic',
    'log',
    'action_start',
    'action_complete'
]);
/** Runs a command with `-json` and prints what it says, but none of the values it would print. */
async function speak(session, args) {
    const diagnostics = [];
    const result = await aloud(session, args, (line) => {
        const ui = parseUiLine(line);
        if (ui === undefined)
            return (0,secret_shapes/* hideShapes */.v)(line);
        if (ui.diagnostic !== undefined)
            diagnostics.push(ui.diagnostic);
        if (ui.diagnostic !== undefined)
            return `${ui.diagnostic.severity}: ${describeDiagnostic(ui.diagnostic)}`;
        return SPOKEN.has(ui.type) ? ui.message : undefined;
    });
    return { result, diagnostics };
}
/** Prints each line that `render` makes of the output, with workflow commands switched off around it. */
async function aloud(session, args, render) {
    const token = (0,external_node_crypto_.randomUUID)();
    const print = (line) => {
        const text = render(line);
        if (text !== undefined)
            session.log.info((0,plain_text/* logText */.kc)(text));
    };
    session.log.info(`::stop-commands::${token}`);
    try {
        return await run(session, args, { onStdout: print, onStderr: print });
    }
    finally {
        session.log.info(`::${token}::`);
    }
}
function quiet(session, args) {
    return run(session, args, {});
}
function run({ binary = 'terraform', cwd, env, signal, exec }, args, listeners) {
    return exec(binary, args, { cwd, env, signal, ...listeners });
}
function succeed(result, command) {
    if (result.code === 0)
        return result.stdout;
    throw new errors/* UserError */.y(describeDiagnostic(failure(result, command)));
}
function failure({ code, stderr, stdout }, command) {
    const words = (0,secret_shapes/* hideShapes */.v)((stderr.trim() || stdout.trim()).slice(-2000));
    return { severity: 'error', summary: `terraform ${command} failed with exit code ${code}`, detail: words };
}
function errorsOf(result, diagnostics, command) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return errors.length > 0 ? errors : [failure({ ...result, stdout: '' }, command)];
}
function describeAll(errors) {
    return errors.map(describeDiagnostic).join('\n');
}
function lines(text) {
    return text.split('\n').filter((line) => line !== '');
}


/***/ }),

/***/ 6535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderDifferences),
/* harmony export */   t: () => (/* binding */ compareFingerprints)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2859);

/** What `current` does that `reviewed` did not, and the other way round; empty exactly when the digests are equal. */
function compareFingerprints(reviewed, current) {
    if (reviewed.digest === current.digest)
        return [];
    const found = [...compareResources(reviewed, current), ...compareValues(reviewed.outputs, current.outputs)];
    if (found.length > 0)
        return found;
    const detail = 'differs in something other than resources, outputs and variables: deferred changes, actions or reasons';
    return [{ address: 'plan', kind: 'changed', detail }];
}
/** A Markdown list of at most `limit` differences. */
function renderDifferences(differences, limit = 50) {
    const lines = differences
        .slice(0, limit)
        .map(({ address, kind, detail }) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(address)} ${kind}: ${detail}`);
    const more = differences.length - lines.length;
    return [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}
function compareResources(reviewed, current) {
    return union(reviewed.resources, current.resources).flatMap((address) => {
        const before = own(reviewed.resources, address);
        const after = own(current.resources, address);
        if (before === undefined)
            return [{ address, kind: 'added', detail: `now planned to ${words(after)}` }];
        if (after === undefined)
            return [{ address, kind: 'removed', detail: `no longer planned to ${words(before)}` }];
        const detail = compareResource(before, after);
        return detail === undefined ? [] : [{ address, kind: 'changed', detail }];
    });
}
function compareResource(before, after) {
    if (before.actions !== after.actions)
        return `planned to ${words(after)} instead of ${words(before)}`;
    const names = union(before.attributes, after.attributes).filter((name) => own(before.attributes, name) !== own(after.attributes, name));
    return names.length === 0 ? undefined : `differs in ${listNames(names)}`;
}
function compareValues(before, after) {
    return union(before, after).flatMap((address) => {
        const [old, now] = [own(before, address), own(after, address)];
        if (old === now)
            return [];
        if (old === undefined)
            return [{ address, kind: 'added', detail: 'was not there' }];
        return [
            now === undefined
                ? { address, kind: 'removed', detail: 'is gone' }
                : { address, kind: 'changed', detail: 'has another value' }
        ];
    });
}
function listNames(names) {
    const more = names.length > 8 ? ` and ${names.length - 8} more attributes` : '';
    return names.slice(0, 8).map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS).join(', ') + more;
}
function words(resource) {
    return resource?.actions.replace(',', ', then ') ?? '';
}
function union(a, b) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}
function own(record, key) {
    return Object.hasOwn(record, key) ? record[key] : undefined;
}


/***/ }),

/***/ 7662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ef: () => (/* binding */ fingerprintPlan),
  hI: () => (/* binding */ significantChanges)
});

// UNUSED EXPORTS: NO_KEY

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./lib/terraform/canonical.js
var canonical = __nccwpck_require__(4357);
;// CONCATENATED MODULE: ./lib/terraform/drift.js

/** Sorts drift by whether a relevant attribute changed; where drift is all the plan is about, everything is relevant. */
function findDrift(plan, refreshOnly) {
    const drifted = (plan.resource_drift ?? []).filter(({ change }) => change.actions.some((action) => action !== 'no-op'));
    const paths = relevantPaths(plan);
    const relevant = drifted.filter((one) => refreshOnly || matters(one, paths));
    return { relevant, others: drifted.length - relevant.length };
}
function relevantPaths(plan) {
    const paths = new Map();
    for (const { resource, attribute } of plan.relevant_attributes ?? []) {
        const known = paths.get(resource);
        if (known === undefined)
            paths.set(resource, [attribute]);
        else
            known.push(attribute);
    }
    return paths;
}
/** A deleted object always matters; so does one the plan changes in the same attribute or that another one reads. */
function matters(drifted, paths) {
    const { change, address } = drifted;
    if (change.actions.includes('delete'))
        return true;
    const withoutIndex = address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/, '');
    const candidates = [...new Set([address, withoutIndex])].flatMap((one) => paths.get(one) ?? []);
    return candidates.some((path) => differs(change.before, change.after, path));
}
function differs(before, after, path) {
    const [key] = path;
    if (key === undefined || !canDescend(before, after))
        return canonicalJson(before) !== canonicalJson(after);
    return differs(member(before, key), member(after, key), path.slice(1));
}
function canDescend(before, after) {
    return [before, after].every((side) => isObject(side) || Array.isArray(side));
}
/**
 * What a refresh-only plan writes into the state. Such a plan has no resource changes at all, where every other one lists
 * each object of the state, be it as a no-op; `plan-file` may hold one without any input saying so.
 */
function recordedDrift(plan) {
    if (plan.resource_changes.length > 0)
        return [];
    return (plan.resource_drift ?? []).filter(({ change }) => change.actions.some((action) => action !== 'no-op'));
}

// EXTERNAL MODULE: ./lib/terraform/redaction.js
var redaction = __nccwpck_require__(6918);
// EXTERNAL MODULE: ./lib/terraform/risk.js
var risk = __nccwpck_require__(3088);
;// CONCATENATED MODULE: ./lib/terraform/digest.js





/** Stands in where there is no seal key. Secret values are then left out, for anyone could guess them from the digest. */
const NO_KEY = Buffer.alloc(32);
/** The plan's fingerprint under a key derived from the 32-byte seal key (or NO_KEY): time, order and prior state do not matter. */
function fingerprintPlan(plan, key) {
    const keyed = !key.equals(NO_KEY);
    const derived = Buffer.from((0,external_node_crypto_.hkdfSync)('sha256', key, Buffer.alloc(0), 'caliber plan digest v2', 32));
    const hash = (value) => (0,external_node_crypto_.createHmac)('sha256', derived).update((0,canonical/* canonicalJson */.dj)(value)).digest('hex');
    const reduce = keyed ? reduceChange : (change) => reduceChange(withoutSecrets(change));
    const changes = [...significantChanges(plan), ...recordedDrift(plan)];
    const resources = changes.map((change) => [
        (0,risk/* nameOf */.Vb)(change),
        { ...identity(change), change: reduce(change.change) },
        change.change
    ]);
    const outputs = [...reduceOutputs(plan, reduce), ...reduceVariables(plan, keyed)];
    const rest = reduceRest(plan, reduce, keyed);
    const content = {
        resources: sorted(resources.map(([name, value]) => [name, value])),
        outputs: sorted(outputs),
        rest
    };
    const short = shortHmac(derived);
    return {
        digest: hash(content),
        resources: Object.fromEntries(resources.map(([name, value, change]) => [
            name,
            { actions: change.actions.join(','), attributes: attributesOf(value['change'], short) }
        ])),
        outputs: Object.fromEntries(outputs.map(([name, value]) => [name, short(value)]))
    };
}
/**
 * HMAC-SHA256 of a value, its first 8 hex digits. Written out in two plain hashes, which for thousands of short values
 * is ten times as fast as an Hmac object each, and remembered, for most attributes are null or unknown.
 */
function shortHmac(key) {
    const block = Buffer.alloc(64);
    key.copy(block);
    const [inner, outer] = [block.map((byte) => byte ^ 0x36), block.map((byte) => byte ^ 0x5c)];
    const known = new Map();
    return (value) => {
        const text = (0,canonical/* canonicalJson */.dj)(value);
        const before = known.get(text);
        if (before !== undefined)
            return before;
        const digest = (0,external_node_crypto_.hash)('sha256', Buffer.concat([inner, Buffer.from(text)]), 'buffer');
        const result = (0,external_node_crypto_.hash)('sha256', Buffer.concat([outer, digest])).slice(0, 8);
        if (text.length < 100)
            known.set(text, result);
        return result;
    };
}
/** Changes that do something: a no-op counts only when it moves or imports. */
function significantChanges(plan) {
    return plan.resource_changes.filter(({ change, previous_address: previous }) => change.actions.some((action) => action !== 'no-op') ||
        previous !== undefined ||
        change.importing !== undefined);
}
function identity(change) {
    const { mode, previous_address: previous = null, deposed = null, action_reason: reason = null } = change;
    return { mode, previous, deposed, reason };
}
function reduceChange(change) {
    return {
        actions: change.actions,
        ...sidesOf(change),
        unknown: change.after_unknown ?? null,
        sensitive: [change.before_sensitive ?? null, change.after_sensitive ?? null],
        replace: change.replace_paths ?? null,
        importing: change.importing ?? null
    };
}
/** What says which object it is, whether it changes or not. */
const IDENTITY = new Set(['id', 'arn']);
/**
 * Both sides; of an update without what is the same on both. It is left alone, and AWS tells some of it anew at every look,
 * such as the moment up to which a database can be restored.
 */
function sidesOf({ actions, before = null, after = null }) {
    if (actions.join() !== 'update' || !(0,canonical/* isObject */.Gv)(before) || !(0,canonical/* isObject */.Gv)(after))
        return { before, after };
    const isKept = (name) => IDENTITY.has(name) ||
        (0,canonical/* canonicalJson */.dj)((0,canonical/* member */.Dc)(before, name) ?? null) !== (0,canonical/* canonicalJson */.dj)((0,canonical/* member */.Dc)(after, name) ?? null);
    const keep = (side) => Object.fromEntries(Object.entries(side).filter(([name]) => isKept(name)));
    return { before: keep(before), after: keep(after) };
}
function withoutSecrets(change) {
    return {
        ...change,
        before: (0,redaction/* maskSecrets */.QU)(change.before ?? null, change.before_sensitive),
        after: (0,redaction/* maskSecrets */.QU)(change.after ?? null, change.after_sensitive)
    };
}
function reduceOutputs(plan, reduce) {
    return Object.entries(plan.output_changes ?? {})
        .filter(([, change]) => change.actions.some((action) => action !== 'no-op'))
        .map(([name, change]) => [`output.${name}`, reduce(change)]);
}
function reduceVariables(plan, keyed) {
    const declared = plan.configuration?.root_module?.variables ?? {};
    return Object.entries(plan.variables ?? {})
        .filter(([name]) => declared[name]?.ephemeral !== true)
        .map(([name, { value = null }]) => {
        const masked = () => (0,canonical/* member */.Dc)((0,redaction/* maskSecrets */.QU)({ [name]: value }, { [name]: declared[name]?.sensitive === true }), name) ?? null;
        return [`var.${name}`, keyed ? value : masked()];
    });
}
function reduceRest(plan, reduce, keyed) {
    const deferred = (plan.deferred_changes ?? []).map(({ reason = null, resource_change: change }) => {
        return [(0,risk/* nameOf */.Vb)(change), { reason, ...identity(change), change: reduce(change.change) }];
    });
    const invocations = [
        ...(plan.action_invocations ?? []).map((one) => reduceInvocation(one, null, keyed)),
        ...(plan.deferred_action_invocations ?? []).map((one) => reduceInvocation(one.action_invocation, one.reason ?? '', keyed))
    ];
    return { deferred: sorted(deferred), invocations: sorted(invocations) };
}
function reduceInvocation(invocation, deferred, keyed) {
    const { address, config_values: values = null, config_sensitive: sensitive } = invocation;
    const trigger = (invocation.lifecycle_action_trigger ?? null);
    return [address, { deferred, trigger, values: keyed ? values : (0,redaction/* maskSecrets */.QU)(values, sensitive) }];
}
/** By name, and by value where a name comes twice, as an action does that several objects trigger. */
function sorted(entries) {
    const order = (a, b) => (a < b ? -1 : Number(a > b));
    return entries
        .map(([name, value]) => [name, (0,canonical/* canonicalJson */.dj)(value)])
        .toSorted(([a, one], [b, other]) => order(a, b) || order(one, other));
}
function attributesOf(change, short) {
    const { before, after, unknown } = change;
    const names = new Set([before, after, unknown].flatMap((side) => ((0,canonical/* isObject */.Gv)(side) ? Object.keys(side) : [])));
    return Object.fromEntries([...names]
        .toSorted()
        .map((name) => [name, short([before, after, unknown].map((side) => (0,canonical/* member */.Dc)(side, name) ?? null))]));
}


/***/ }),

/***/ 2815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ UNSAVED_STATE),
/* harmony export */   Vx: () => (/* binding */ lockOf),
/* harmony export */   h7: () => (/* binding */ isOnlyUnreleased),
/* harmony export */   hE: () => (/* binding */ isUnsaved),
/* harmony export */   th: () => (/* binding */ isLockRace)
/* harmony export */ });
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5772);

/** Where Terraform leaves a state that it could not save, in the stack's folder. */
const UNSAVED_STATE = 'errored.tfstate';
/** Who holds the lock that an error tells of. */
function lockOf(errors) {
    return errors.map(({ detail }) => (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLockInfo */ .B)(detail)).find((lock) => lock !== undefined);
}
/** Somebody else's lock stood in the way (412) and was gone when Terraform asked whose it is (404). */
const isLockRace = (errors) => errors.some(({ summary, detail }) => summary === 'Error acquiring the state lock' &&
    (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLockInfo */ .B)(detail) === undefined &&
    /PreconditionFailed|StatusCode: 412/.test(detail) &&
    /NoSuchKey|StatusCode: 404/.test(detail));
/** Nothing failed but giving the lock back. */
const isOnlyUnreleased = (errors) => errors.length > 0 && errors.every(({ summary }) => summary === 'Error releasing the state lock');
/** The state could not be written; Terraform says so once, and once more where it has left it. */
const isUnsaved = ({ summary, detail }) => summary === 'Failed to save state' || detail.includes(UNSAVED_STATE);


/***/ }),

/***/ 5772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseLockInfo),
/* harmony export */   F: () => (/* binding */ describeLock)
/* harmony export */ });
/** The lock's holder out of Terraform's error text; undefined when the text tells of no lock held by somebody. */
function parseLockInfo(text) {
    const at = text.indexOf('Lock Info:');
    if (at === -1)
        return undefined;
    const part = (name) => new RegExp(`^[ \\t│]*${name}:[ \\t]*(.*)$`, 'm').exec(text.slice(at))?.[1]?.trim() ?? '';
    const id = part('ID');
    if (id === '')
        return undefined;
    const [who, operation, created, path] = [part('Who'), part('Operation'), part('Created'), part('Path')];
    return { id, who, operation: operation.replace(/^OperationType/, '').toLowerCase(), created, path };
}
/** Names the holder, and what to type when it is gone and left its lock behind; for logs, comments and errors. */
function describeLock(lock) {
    const what = /^[aeiou]/.test(lock.operation) ? `an ${lock.operation}` : `a ${lock.operation || 'command'}`;
    const holder = `The state is locked by ${what} of ${lock.who || 'somebody'} since ${lock.created || 'an unknown time'} (lock ${lock.id}).`;
    // The id stands in the bucket: what is no word must not get into a command that people copy.
    if (!/^[\w-]+$/.test(lock.id))
        return holder;
    return `${holder} If that process is gone, give the lock back in the stack's folder: terraform force-unlock ${lock.id}.`;
}


/***/ }),

/***/ 6918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QU: () => (/* binding */ maskSecrets)
/* harmony export */ });
/* unused harmony exports SENSITIVE, hideText, hasSecretName, hideLeaves, parseEmbedded, collectSecrets, scrubber */
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4357);
/* harmony import */ var _secret_shapes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(214);


/** What stands where the schema, a variable or an output says that a value is sensitive. */
const SENSITIVE = '(sensitive value)';
/** A copy of `value` without what `sensitive` marks and without what looks secret by name or shape. */
function maskSecrets(value, sensitive) {
    if (sensitive === true)
        return value === null ? null : SENSITIVE;
    if (typeof value === 'string')
        return hideText(value);
    if ((0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value))
        return value.map((item, index) => maskSecrets(item, (0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(sensitive, index)));
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) ? maskMembers(value, sensitive) : value;
}
function maskMembers(value, sensitive) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [
        key,
        hasSecretName(key, value) ? hideLeaves(item) : maskSecrets(item, (0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(sensitive, key))
    ]));
}
/** A text without the secrets in it; one that is itself JSON is masked by the names in it and written anew. */
function hideText(text) {
    const parsed = parseEmbedded(text);
    return parsed === undefined ? (0,_secret_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .hideShapes */ .v)(text) : JSON.stringify(maskSecrets(parsed));
}
/** True when the member `key` of `parent` holds a secret: by its own name, or by the name beside it as in `{name, value}`. */
function hasSecretName(key, parent) {
    if ((0,_secret_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretName */ .eh)(key))
        return true;
    if (key !== 'value' && key !== 'Value' && key !== 'default')
        return false;
    const name = parent['name'] ?? parent['Name'] ?? parent['key'] ?? parent['Key'];
    return typeof name === 'string' && (0,_secret_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretName */ .eh)(name);
}
/** Every text below a secret name is hidden, but for references to secrets, switches and numbers. */
function hideLeaves(value) {
    if (typeof value === 'string')
        return (0,_secret_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .isHarmlessValue */ .nk)(value) ? value : _secret_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .HIDDEN */ .RG;
    if ((0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value))
        return value.map(hideLeaves);
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) ? hideMembers(value) : value;
}
/** Below a plural such as `secrets` a member may say that it only names one: `name`, `valueFrom`. */
function hideMembers(value) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [
        key,
        (0,_secret_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .isReferenceName */ .Tz)(key) ? maskSecrets(item) : hideLeaves(item)
    ]));
}
/** The value inside a text that is a JSON object or list, as policies and container definitions are. */
function parseEmbedded(text) {
    if (!/^\s*[[{]/.test(text) || !/[\]}]\s*$/.test(text))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Values the plan itself declares sensitive: they must appear nowhere, not even where a provider lost the mark. */
function collectSecrets(plan) {
    const found = new Set();
    for (const change of allChanges(plan)) {
        addSensitive(change.before, change.before_sensitive, found);
        addSensitive(change.after, change.after_sensitive, found);
    }
    const { action_invocations: invocations = [], variables = {} } = plan;
    for (const { config_values: values, config_sensitive: marks } of invocations)
        addSensitive(values, marks, found);
    const sensitive = sensitiveVariables(plan);
    for (const [name, { value }] of Object.entries(variables))
        addSensitive(value, sensitive.has(name), found);
    return [...found];
}
/** The root module's variables that are declared sensitive. */
function sensitiveVariables(plan) {
    const declared = Object.entries(plan.configuration?.root_module?.variables ?? {});
    return new Set(declared.flatMap(([name, { sensitive }]) => (sensitive === true ? [name] : [])));
}
function allChanges(plan) {
    const { resource_changes: changes, resource_drift: drift = [], deferred_changes: deferred = [] } = plan;
    const resources = [...changes, ...drift, ...deferred.map(({ resource_change: change }) => change)];
    return [...resources.map(({ change }) => change), ...Object.values(plan.output_changes ?? {})];
}
function addSensitive(value, marks, found) {
    if (marks === undefined || marks === false || value === undefined)
        return;
    if (typeof value === 'string') {
        if (marks === true)
            found.add(value);
    }
    else if (isList(value))
        value.forEach((item, index) => addSensitive(item, member(marks, index), found));
    else if (isObject(value))
        for (const key of Object.keys(value))
            addSensitive(value[key], member(marks, key), found);
}
/** Texts shorter than this are too common to be taken out wherever they stand. */
const SHORTEST = 8;
/** A function that takes every one of the `secrets`, raw or encoded, out of a text in time linear in the text. */
function scrubber(secrets) {
    const byStart = new Map();
    const begins = new Uint8Array(65_536);
    for (const form of new Set(secrets.flatMap(formsOf))) {
        const start = form.slice(0, SHORTEST);
        const known = byStart.get(start);
        if (known === undefined)
            byStart.set(start, [form]);
        else
            known.push(form);
        begins[glance(form, 0)] = 1;
    }
    for (const forms of byStart.values())
        forms.sort((a, b) => b.length - a.length);
    return byStart.size === 0 ? (text) => text : (text) => scrub(text, { byStart, begins });
}
function glance(text, at) {
    return (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 7)) & 0xffff;
}
function scrub(text, { byStart, begins }) {
    const kept = [];
    let from = 0;
    for (let at = 0; at + SHORTEST <= text.length;) {
        const form = begins[glance(text, at)] === 1
            ? byStart.get(text.slice(at, at + SHORTEST))?.find((one) => text.startsWith(one, at))
            : undefined;
        if (form === undefined) {
            at += 1;
            continue;
        }
        kept.push(text.slice(from, at), SENSITIVE);
        at += form.length;
        from = at;
    }
    return from === 0 ? text : [...kept, text.slice(from)].join('');
}
function formsOf(secret) {
    const raw = [secret, ...secret.split(/\r?\n/)];
    const forms = raw.flatMap((one) => [
        one,
        JSON.stringify(one).slice(1, -1),
        encodeURIComponent(Buffer.from(one).toString()),
        Buffer.from(one).toString('base64').replace(/=+$/, '')
    ]);
    return forms.filter((form) => form.length >= SHORTEST);
}


/***/ }),

/***/ 3088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BI: () => (/* binding */ findStatefulDestroys),
/* harmony export */   Vb: () => (/* binding */ nameOf)
/* harmony export */ });
/* unused harmony export isStatefulDestroy */
/** Types whose destruction loses data, identities or keys that no apply brings back. */
const STATEFUL_TYPES = new Set([
    'aws_db_instance',
    'aws_db_cluster_snapshot',
    'aws_db_snapshot',
    'aws_rds_cluster',
    'aws_rds_cluster_instance',
    'aws_rds_global_cluster',
    'aws_docdb_cluster',
    'aws_docdb_cluster_instance',
    'aws_docdb_global_cluster',
    'aws_docdbelastic_cluster',
    'aws_neptune_cluster',
    'aws_neptune_cluster_instance',
    'aws_redshift_cluster',
    'aws_redshiftserverless_namespace',
    'aws_dynamodb_table',
    'aws_dynamodb_global_table',
    'aws_keyspaces_table',
    'aws_timestreamwrite_table',
    'aws_qldb_ledger',
    'aws_dsql_cluster',
    'aws_memorydb_cluster',
    'aws_s3_bucket',
    'aws_s3_directory_bucket',
    'aws_s3tables_table',
    'aws_s3tables_table_bucket',
    'aws_s3control_bucket',
    'aws_ebs_volume',
    'aws_ebs_snapshot',
    'aws_efs_file_system',
    'aws_fsx_lustre_file_system',
    'aws_fsx_ontap_file_system',
    'aws_fsx_openzfs_file_system',
    'aws_fsx_windows_file_system',
    'aws_kms_key',
    'aws_kms_external_key',
    'aws_kms_replica_key',
    'aws_secretsmanager_secret',
    'aws_ssm_parameter',
    'aws_ecr_repository',
    'aws_ecrpublic_repository',
    'aws_backup_vault',
    'aws_glacier_vault',
    'aws_cognito_user_pool',
    'aws_opensearch_domain',
    'aws_elasticsearch_domain',
    'aws_opensearchserverless_collection',
    'aws_elasticache_cluster',
    'aws_elasticache_replication_group',
    'aws_elasticache_serverless_cache',
    'aws_msk_cluster',
    'aws_msk_serverless_cluster',
    'aws_mq_broker',
    'aws_kinesis_stream',
    'aws_sqs_queue',
    'aws_acmpca_certificate_authority',
    'aws_route53_zone',
    'aws_lightsail_database',
    'aws_codecommit_repository'
]);
/** True when the object itself goes: a delete, or a replace in either order. Forgetting keeps it. */
function isStatefulDestroy(change) {
    return (change.mode === 'managed' && STATEFUL_TYPES.has(change.type) && change.change.actions.includes('delete'));
}
/** The address, and for a deposed object (the old half of an earlier replace) its key. */
function nameOf(change) {
    return change.deposed === undefined ? change.address : `${change.address} (deposed ${change.deposed})`;
}
/** Addresses of databases, buckets, keys and other stateful objects that the plan destroys or replaces, in plan order. */
function findStatefulDestroys(plan) {
    const deferred = (plan.deferred_changes ?? []).map(({ resource_change }) => resource_change);
    return [...plan.resource_changes, ...deferred].filter(isStatefulDestroy).map(nameOf);
}


/***/ }),

/***/ 214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RG: () => (/* binding */ HIDDEN),
/* harmony export */   Tz: () => (/* binding */ isReferenceName),
/* harmony export */   eh: () => (/* binding */ isSecretName),
/* harmony export */   nk: () => (/* binding */ isHarmlessValue),
/* harmony export */   v: () => (/* binding */ hideShapes)
/* harmony export */ });
/** What stands in a text where a secret was recognised by its shape or its name. */
const HIDDEN = '(hidden)';
/** Shapes that are secret wherever they stand. Quantifiers are bounded, so that a hostile text costs linear time. */
const SHAPES = [
    {
        pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
        replacement: HIDDEN
    },
    { pattern: /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, replacement: HIDDEN },
    { pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/g, replacement: HIDDEN },
    {
        pattern: /\b(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,64}|npm_\w{30,64})/g,
        replacement: HIDDEN
    },
    { pattern: /\bxox[a-z]-[\w-]{10,255}/g, replacement: HIDDEN },
    { pattern: /(hooks\.slack\.com\/(?:services|workflows)\/)[\w/-]{10,255}/g, replacement: `$1${HIDDEN}` },
    { pattern: /\b(?:sk|rk|whsec)_(?:live_|test_)?\w{16,255}/g, replacement: HIDDEN },
    { pattern: /\bsk-[\w-]{20,255}/g, replacement: HIDDEN },
    { pattern: /\bAIza[\w-]{35}/g, replacement: HIDDEN },
    { pattern: /\bSG\.[\w-]{16,64}\.[\w-]{16,64}/g, replacement: HIDDEN },
    {
        pattern: /([?&](?:X-Amz-Signature|X-Amz-Security-Token|sig|signature)=)[\w%.+/=-]{8,}/gi,
        replacement: `$1${HIDDEN}`
    },
    // A password in a URI, up to the last @ before the next ://; a port followed by a path is none.
    {
        pattern: /(\b[a-z][a-z0-9+.-]{0,40}:\/\/[^\s:/?#@]{0,128}:)(?!\d{1,5}(?:[/?#,\s]|$))(?:(?!:\/\/)[^\s"]){1,512}@/gi,
        replacement: `$1${HIDDEN}@`
    },
    { pattern: /(\b[a-z][a-z0-9+.-]{0,40}:\/\/)[^\s:/?#@]{20,255}@/gi, replacement: `$1${HIDDEN}@` },
    {
        pattern: /(\bauthorization["']?\s*[:=]\s*["']?(?:basic|bearer)\s+)[^\s"',]{6,}/gi,
        replacement: `$1${HIDDEN}`
    },
    // password=…, --token …, "api_key": "…" inside a longer text such as a command line or a script.
    {
        pattern: /((?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|client[_-]?secret)["']?(?:\s*=\s*|:\s+|\s+(?=["']))["']?)(?!\(hidden\))[^\s"'&;,)}\]]{4,}/gi,
        replacement: `$1${HIDDEN}`
    }
];
/** A cheap look before the shapes are tried: a text with none of these has none of them. */
const SUSPICIOUS = /-----BEGIN|eyJ|AKIA|ASIA|ABIA|ACCA|gh[pousr]_|github_pat_|glpat-|npm_|xox|hooks\.slack|sk[_-]|rk_|whsec_|AIza|SG\.|:\/\/|sig|pass|pwd|secret|token|key|authorization/i;
/** The text with every secret that can be told by its shape replaced; the rest of it stays. */
function hideShapes(text) {
    if (!SUSPICIOUS.test(text))
        return text;
    return SHAPES.reduce((rest, { pattern, replacement }) => rest.replace(pattern, replacement), text);
}
/** Words of a name, whatever its case: dbPassword, DB_PASSWORD and db-password are all [db, password]. */
function words(name) {
    return name
        .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== '');
}
const SECRET_WORDS = new Set([
    'password',
    'passwd',
    'passwords',
    'pwd',
    'pass',
    'passphrase',
    'secret',
    'secrets',
    'token',
    'tokens',
    'apikey',
    'credential',
    'credentials',
    'privatekey',
    'secretkey',
    'accesskey',
    'dsn',
    'salt',
    'pepper',
    'jwt',
    'psk'
]);
const SECRET_PAIRS = /\b(?:api|access|private|secret|encryption|signing|master|shared|auth|session|license|service account) keys?\b|\bconnection string\b|\bauth header\b/;
/** A name that ends so speaks about a secret, it does not hold one. */
const HARMLESS_ENDINGS = new Set([
    'arn',
    'arns',
    'id',
    'ids',
    'name',
    'names',
    'length',
    'ttl',
    'path',
    'paths',
    'policy',
    'version',
    'versions',
    'type',
    'types',
    'enabled',
    'required',
    'days',
    'hours',
    'minutes',
    'seconds',
    'expiration',
    'expires',
    'expiry',
    'validity',
    'units',
    'count',
    'rotation',
    'prefix',
    'size',
    'usage',
    'spec',
    'mode',
    'status',
    'state',
    'alias',
    'region',
    'endpoint',
    'file',
    'url',
    'uri',
    'from',
    'at',
    'change',
    'algorithm'
]);
const WHOLLY_HIDDEN = new Set([
    'user_data',
    'user_data_base64',
    'custom_data',
    'userdata'
]);
const verdicts = new Map();
/** True when a text under this name is a secret by all appearance. */
function isSecretName(name) {
    const known = verdicts.get(name);
    if (known !== undefined)
        return known;
    const verdict = WHOLLY_HIDDEN.has(name.toLowerCase()) || looksSecret(words(name));
    // Names repeat thousands of times in a plan; a hostile plan must not make the memory of them grow without end.
    if (verdicts.size < 10_000)
        verdicts.set(name, verdict);
    return verdict;
}
/** True for a name that speaks about something instead of holding it: `name`, `secret_arn`, `valueFrom`. */
function isReferenceName(name) {
    return name === 'key' || HARMLESS_ENDINGS.has(words(name).at(-1) ?? '');
}
function looksSecret(parts) {
    if (HARMLESS_ENDINGS.has(parts.at(-1) ?? ''))
        return false;
    return parts.some((part) => SECRET_WORDS.has(part)) || SECRET_PAIRS.test(parts.join(' '));
}
/** What a secret name may still show: references to a secret, switches and numbers, empty texts. */
function isHarmlessValue(value) {
    return value === '' || /^arn:aws[\w-]*:/.test(value) || /^(?:true|false|null|none|\d{1,5})$/i.test(value);
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1694);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
