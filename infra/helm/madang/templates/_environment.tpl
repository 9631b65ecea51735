{{/* Given {root, name, own, buildId}: what a process is told. */}}
{{- define "madang.environment" -}}
{{- $values := .root.Values -}}
{{- $further := mergeOverwrite (deepCopy $values.environment) .own.environment -}}
{{- if and $values.ingress.enabled (ne ($further.NODE_ENV | default "production") "production") }}
{{- fail "environment.NODE_ENV: outside production anybody may sign in as anybody; leave it out, or the ingress" }}
{{- end }}
- { name: NODE_ENV, value: {{ $further.NODE_ENV | default "production" | quote }} }
- { name: MADANG_SERVICE, value: {{ .name }} }
- { name: MADANG_HEALTH_HOST, value: 0.0.0.0 }
- { name: MADANG_HEALTH_PORT, value: "8081" }
- { name: MADANG_METRICS, value: {{ ternary "on" "off" $values.metrics.enabled | quote }} }
- { name: MADANG_NATS_URL, value: {{ $values.nats.url | quote }} }
- { name: MADANG_NATS_USERS, value: /secrets/nats/nats-users.json }
{{- if eq .name "workflows" }}
- { name: MADANG_HOME, value: /tmp/madang }
- { name: MADANG_TEMPORAL_ADDRESS, value: {{ $values.temporal.address | quote }} }
- { name: MADANG_TEMPORAL_NAMESPACE, value: {{ $values.temporal.namespace | quote }} }
{{- with .buildId }}
- { name: MADANG_WORKER_BUILD_ID, value: {{ . | quote }} }
{{- end }}
{{- else }}
- { name: MADANG_MASTER_KEY_FILE, value: /secrets/house/master-key }
- name: DATABASE_PASSWORD
  valueFrom: { secretKeyRef: { name: {{ $values.secrets.databaseRoles }}, key: {{ .name }} } }
- name: MADANG_DATABASE_URL
  value: {{ printf "postgresql://%s:$(DATABASE_PASSWORD)@%s:%v/%s%s" .name $values.postgresql.host $values.postgresql.port $values.postgresql.database (ternary (printf "?%s" $values.postgresql.parameters) "" (ne $values.postgresql.parameters "")) | quote }}
{{- end }}
{{- if eq .name "people" }}
- { name: MADANG_PORTAL_URL, value: {{ include "madang.publicUrl" .root | quote }} }
{{- if $values.mail.secret }}
- { name: MADANG_MAIL_FROM, value: {{ required "mail.from: say from whom mails come" $values.mail.from | quote }} }
- name: MADANG_SMTP_URL
  valueFrom: { secretKeyRef: { name: {{ $values.mail.secret }}, key: {{ $values.mail.secretKey }} } }
{{- end }}
{{- end }}
{{- if eq .name "portal" }}
- { name: MADANG_HOST, value: 0.0.0.0 }
- { name: MADANG_PORT, value: "8080" }
- { name: MADANG_HOME, value: /var/madang }
- { name: MADANG_PUBLIC_URL, value: {{ include "madang.publicUrl" .root | quote }} }
- { name: MADANG_TRUST_PROXY, value: {{ ternary "yes" "no" $values.portal.trustProxy | quote }} }
- { name: MADANG_OIDC_ISSUER, value: {{ required "signIn.issuer: say which OpenID Connect provider people sign in with" $values.signIn.issuer | quote }} }
- { name: MADANG_OIDC_CLIENT_ID, value: {{ $values.signIn.clientId | quote }} }
- { name: MADANG_OIDC_CLIENT_SECRET_FILE, value: /secrets/house/client-secret }
- { name: MADANG_OPERATORS, value: {{ join "," $values.signIn.operators | quote }} }
{{- with $values.temporal.ui }}
- { name: MADANG_TEMPORAL_UI, value: {{ . | quote }} }
{{- end }}
{{- end }}
{{- range $name, $value := omit $further "NODE_ENV" }}
- { name: {{ $name }}, value: {{ $value | quote }} }
{{- end }}
{{- end }}
