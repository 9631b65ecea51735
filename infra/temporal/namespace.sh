#!/bin/sh
# Makes the namespace and what operators search processes by, once Temporal answers. Runs at every `up`.
set -eu
export TEMPORAL_ADDRESS=temporal:7233
tries=0
until temporal operator cluster health >/dev/null 2>&1; do
  tries=$((tries + 1))
  [ "$tries" -lt 120 ] || { echo 'Temporal does not answer' >&2; exit 1; }
  sleep 1
done
temporal operator namespace describe --namespace default >/dev/null 2>&1 ||
  temporal operator namespace create --namespace default --retention 30d
# A namespace is known everywhere some seconds after it was made.
for attribute in MadangForum:Keyword MadangCycle:Keyword MadangStage:Keyword MadangDue:Datetime; do
  tries=0
  until temporal operator search-attribute list --namespace default 2>/dev/null | grep -q "${attribute%%:*}"; do
    tries=$((tries + 1))
    [ "$tries" -lt 60 ] || { echo "${attribute%%:*} could not be made" >&2; exit 1; }
    temporal operator search-attribute create --namespace default \
      --name "${attribute%%:*}" --type "${attribute##*:}" >/dev/null 2>&1 || sleep 1
  done
done
echo 'namespace and search attributes are there'
