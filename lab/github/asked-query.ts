/** A query that knows what was asked of it: what nobody asked for was not honoured. */
export class AskedQuery extends URLSearchParams {
  readonly #asked = new Set<string>()

  override get(name: string): string | null {
    this.#asked.add(name)
    return super.get(name)
  }

  override has(name: string): boolean {
    this.#asked.add(name)
    return super.has(name)
  }

  /** Which of these stand in the query, and were not asked for. */
  unheeded(names: readonly string[]): readonly string[] {
    return names.filter((name) => super.has(name) && !this.#asked.has(name))
  }
}
