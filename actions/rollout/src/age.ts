/** A version of a secret is dated in whole seconds, and by another service's clock than a task is. */
const SKEW_MS = 2000

/**
 * Whether what began then may have read what held before `since`, both in milliseconds. A task reads its secrets after it
 * was created: one that was created later has read the new ones, one that was created before may have read either.
 */
export const isOlderThan = (createdAt: number, since: number): boolean => createdAt < since + SKEW_MS
