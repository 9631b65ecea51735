{{/* What every pod of the house is: nobody in particular, without rights in the cluster. */}}
{{- define "madang.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  # Nobody in the image, and nobody on the machine below it.
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: { type: RuntimeDefault }
{{- with .Values.image.pullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "madang.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{/* Given {root, user}: a process sees its own users of NATS alone. */}}
{{- define "madang.natsUsers" -}}
- name: nats-users
  secret:
    secretName: {{ .root.Values.secrets.natsUsers }}
    defaultMode: 0440
    items: [{ key: {{ .user }}.json, path: nats-users.json }]
{{- end }}
