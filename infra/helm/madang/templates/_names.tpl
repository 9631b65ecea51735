{{/* The rooms of the house that answer commands; the portal and the workflows ask. */}}
{{- define "madang.services" -}}
forums commitments ministries people
{{- end }}

{{/* Given {root, name}: what a process's pods are known by. */}}
{{- define "madang.selector" -}}
app.kubernetes.io/name: madang
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{- define "madang.labels" -}}
{{ include "madang.selector" . }}
app.kubernetes.io/part-of: madang
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{- define "madang.fullName" -}}
{{ .root.Release.Name }}-{{ .name }}
{{- end }}

{{/* Given {root, image}: a tag or a digest, never whatever is newest. */}}
{{- define "madang.image" -}}
{{- $image := mergeOverwrite (deepCopy .root.Values.image) (.image | default dict) -}}
{{- $repository := required "image.repository: say where your image lies" $image.repository -}}
{{- if $image.digest -}}
{{ $repository }}@{{ $image.digest }}
{{- else -}}
{{ $repository }}:{{ required "image.tag: say which version, or give image.digest" $image.tag }}
{{- end }}
{{- end }}

{{/* Given {root, name}: the values of a process over the usual ones, as YAML. */}}
{{- define "madang.valuesOf" -}}
{{- mergeOverwrite (deepCopy .root.Values.usual) (deepCopy (index .root.Values .name)) | toYaml -}}
{{- end }}

{{- define "madang.publicUrl" -}}
{{- required "publicUrl: say under which https address people reach the portal" .Values.publicUrl | trimSuffix "/" -}}
{{- end }}

{{- define "madang.claim" -}}
{{- .Values.portal.evidence.claim | default (printf "%s-evidence" .Release.Name) -}}
{{- end }}
