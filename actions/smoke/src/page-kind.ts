import type { Answer } from './ports.ts'

/** Whether an answer is an HTML document; a bare `ok` under text/html is none. */
export const isPage = ({ headers, body }: Answer): boolean =>
  isHtml(headers['content-type']) && /<!doctype html|<html[\s>]/i.test(body.slice(0, 1000))

/** Whether a content type is that of HTML. */
export const isHtml = (type = ''): boolean => /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type)
