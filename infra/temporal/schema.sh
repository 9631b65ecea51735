#!/bin/sh
# Makes and upgrades Temporal's schema in its two databases; what is there already is left as it is. Runs at every `up`.
set -eu
SQL_PASSWORD=$(cat /engine-secrets/temporal-password)
export SQL_PASSWORD SQL_PLUGIN=postgres12_pgx SQL_HOST=postgres SQL_PORT=5432 SQL_USER=temporal
for part in temporal:temporal visibility:temporal_visibility; do
  schema=${part%%:*} database=${part##*:}
  # Says once that there is no schema yet; then it is made.
  temporal-sql-tool --database "$database" update-schema --schema-name "postgresql/v12/$schema" 2>/dev/null && continue
  temporal-sql-tool --database "$database" setup-schema -v 0.0
  temporal-sql-tool --database "$database" update-schema --schema-name "postgresql/v12/$schema"
done
