{{- define "engines.labels" -}}
app.kubernetes.io/part-of: madang
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{ include "engines.nats" . }}
{{- end }}

{{- define "engines.nats" -}}
app.kubernetes.io/name: nats
app.kubernetes.io/instance: {{ .Values.nats.name }}
{{- end }}
