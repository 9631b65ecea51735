import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as binding from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import type { Migration } from './migrations-folder.ts';

// TypeScript knows WebAssembly only from the browser's library.
declare const WebAssembly: {
  readonly instantiate: (
    bytes: Uint8Array,
    imports: object,
  ) => Promise<{ readonly instance: { readonly exports: object } }>;
};

let loaded: Promise<typeof binding.SchemaEngine> | undefined;

// The package's own entry imports its .wasm as a module, which needs a flag on some Node versions.
const load = async (): Promise<typeof binding.SchemaEngine> => {
  // Not import.meta.resolve: there is none where vitest runs a global set-up.
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(join(dirname(entry), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': binding });
  binding.__wbg_set_wasm(instance.exports);
  (instance.exports as { readonly __wbindgen_start: () => void }).__wbindgen_start();
  return binding.SchemaEngine;
};

const datamodel = 'datasource db {\n  provider = "postgresql"\n}\n';

/** Applies what is missing, as `prisma migrate deploy` does, and gives the names of what was applied. */
export const applyMigrations = async (
  url: string,
  schema: string,
  baseDir: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> => {
  loaded ??= load();
  const SchemaEngine = await loaded;
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool, { schema }));
  const engine = await SchemaEngine.new({ datamodels: [['schema.prisma', datamodel]] }, () => {}, adapter);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      filters: { externalTables: [], externalEnums: [] },
      migrationsList: {
        baseDir,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
    await pool.end(); // with its connections goes the engine's lock, for which the next service would wait 10 s
  }
};
