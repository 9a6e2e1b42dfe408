/** What the value of one secret is made of. */
export type Entry =
  | Readonly<{ kind: 'output'; output: string; form: 'text' | 'endpoint'; follows?: string }>
  | Readonly<{ kind: 'documentdb-uri'; uri: string; credentials: string }>
  | Readonly<{ kind: 'random'; bytes: number; fallbacks?: string; keep: number }>

/** Name below caliber/<client>/<env>/ → what its value is made of. */
export type Mapping = Readonly<Record<string, Entry>>

/** Caliber's secrets, from the outputs of stacks/caliber. */
export const CALIBER_MAPPING: Mapping = {
  'docdb-uri': {
    kind: 'documentdb-uri',
    uri: 'documentdb_uri',
    credentials: 'documentdb_master_secret_arn'
  },
  'postgres-endpoint': {
    kind: 'output',
    output: 'postgresql_endpoint',
    form: 'endpoint',
    follows: 'postgresql_master_secret_arn'
  },
  'django-secret-key': { kind: 'random', bytes: 48, fallbacks: 'django-secret-key-fallbacks', keep: 2 }
}

/** The secret that keeps earlier keys of this one. */
export function companionOf(entry: Entry): readonly string[] {
  return entry.kind === 'random' && entry.fallbacks !== undefined ? [entry.fallbacks] : []
}
