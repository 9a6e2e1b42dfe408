const NAME = String.raw`[\p{ID_Start}_][\p{ID_Continue}-]*`
const KEY = String.raw`(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?`
const MODULE = String.raw`module\.${NAME}${KEY}`
const OBJECT = String.raw`(?!(?:module|data|ephemeral|action)\.)${NAME}\.${NAME}${KEY}`
const READ = String.raw`(?:data|ephemeral)\.${NAME}\.${NAME}${KEY}`

const TARGET = new RegExp(String.raw`^(?:${MODULE}\.)*(?:${MODULE}|${READ}|${OBJECT})$`, 'u')
const MANAGED = new RegExp(String.raw`^(?:${MODULE}\.)*${OBJECT}$`, 'u')

/** True for what `-target` takes: a module, a resource or one instance of either. */
export const isTargetAddress = (text: string): boolean => TARGET.test(text)

/** True for what `-replace` takes: a managed resource or one instance of it. */
export const isManagedAddress = (text: string): boolean => MANAGED.test(text)
