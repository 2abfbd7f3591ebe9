/**
 * Prisma's own schema engine, compiled to WebAssembly and driven through the pg adapter, so that migrations run where
 * the native engine cannot be downloaded. Node 20 cannot import `.wasm`, hence the instantiation by hand.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool, type QueryResult } from 'pg'

/** Postgres's one-byte type "char", the element of its arrays: pg_type.oid and pg_type.typarray. */
const charOid = 18
const charArrayOid = 1002

/**
 * The engine reads "char" columns of the catalogue, a type that the adapter refuses. The pool therefore passes them off as
 * arrays of "char", which the adapter knows, and the adapter's answer is put right below.
 */
class CatalogPool extends Pool {
  // The signature is loose because pg overloads `query`, and the adapter uses a single form of it.
  override async query(...query: unknown[]): Promise<never> {
    const result = await Reflect.apply<Pool, unknown[], Promise<QueryResult>>(super.query, this, query)
    for (const field of result.fields ?? []) if (field.dataTypeID === charOid) field.dataTypeID = charArrayOid
    return result as never
  }
}

class CatalogAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query)
      const { Character, CharacterArray } = ColumnTypeEnum
      return { ...result, columnTypes: result.columnTypes.map((type) => (type === CharacterArray ? Character : type)) }
    }
    return adapter
  }
}

let loaded: Promise<void> | undefined

/** The engine's glue, but for timers that hold up the end of the process: it never clears that of its lock, ten seconds. */
function glueWithoutTimers(): WebAssembly.ModuleImports {
  const glue: WebAssembly.ModuleImports = {}
  for (const [name, value] of Object.entries(engineModule)) {
    if (typeof value !== 'function') continue
    const call = value as (...args: unknown[]) => unknown
    glue[name] = name.startsWith('__wbg_setTimeout_') ? (...args: unknown[]) => (call(...args) as NodeJS.Timeout).unref() : call
  }
  return glue
}

async function load(): Promise<void> {
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(join(glue, '../schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glueWithoutTimers() })
  engineModule.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = instance.exports
  if (typeof start === 'function') start()
}

/** Runs `work` with an engine connected to the database at `url`. */
export async function withSchemaEngine<T>(url: string, schema: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= load()
  await loaded
  const pool = new CatalogPool({ connectionString: url, options: '-c timezone=UTC' })
  const adapter = new CatalogAdapter(pool)
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
    await pool.end()
  }
}
