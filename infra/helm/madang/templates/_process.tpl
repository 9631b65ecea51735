{{/* Given {root, name, version}: a process of the house as a Deployment, its disruption budget and its autoscaler. */}}
{{- define "madang.process" -}}
{{- $own := include "madang.valuesOf" . | fromYaml -}}
{{- $version := .version | default dict -}}
{{- $buildId := $version.buildId | default "" -}}
{{- $full := include "madang.fullName" . -}}
{{- if $buildId }}{{ $full = printf "%s-%s" $full $buildId }}{{ end -}}
{{- $told := dict "root" .root "name" .name "own" $own "buildId" $buildId -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $full }}
  labels: {{- include "madang.labels" . | nindent 4 }}
    {{- with $buildId }}
    madang/build-id: {{ . }}
    {{- end }}
spec:
  {{- if not $own.autoscaling.enabled }}
  replicas: {{ $own.replicas }}
  {{- end }}
  revisionHistoryLimit: 3
  strategy:
    rollingUpdate: { maxUnavailable: 0, maxSurge: 1 }
  selector:
    matchLabels: {{- include "madang.selector" . | nindent 6 }}
      {{- with $buildId }}
      madang/build-id: {{ . }}
      {{- end }}
  template:
    metadata:
      labels: {{- include "madang.labels" . | nindent 8 }}
        {{- with $buildId }}
        madang/build-id: {{ . }}
        {{- end }}
      {{- if and .root.Values.metrics.enabled (not .root.Values.metrics.podMonitor) }}
      annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: "8081"
        prometheus.io/path: /metrics
      {{- end }}
    spec:
      {{- include "madang.podSecurity" .root | nindent 6 }}
      terminationGracePeriodSeconds: 45
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels: {{- include "madang.selector" . | nindent 14 }}
      {{- with $own.nodeSelector }}
      nodeSelector: {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $own.tolerations }}
      tolerations: {{- toYaml . | nindent 8 }}
      {{- end }}
      containers:
        - name: {{ .name }}
          image: {{ include "madang.image" (dict "root" .root "image" $version.image) | quote }}
          imagePullPolicy: {{ .root.Values.image.pullPolicy }}
          {{- if eq .name "workflows" }}
          workingDir: /madang/workflows
          {{- else }}
          workingDir: /madang/services/{{ .name }}
          {{- end }}
          command: [node]
          {{- if eq .name "portal" }}
          args: [--import, tsx, src/main.ts]
          {{- else }}
          args: [src/main.ts]
          {{- end }}
          env: {{- include "madang.environment" $told | nindent 12 }}
          ports:
            - { name: health, containerPort: 8081 }
            {{- if eq .name "portal" }}
            - { name: http, containerPort: 8080 }
            {{- end }}
          startupProbe:
            httpGet: { path: /ready, port: health }
            periodSeconds: 2
            failureThreshold: 90
          readinessProbe:
            httpGet: { path: /ready, port: health }
            periodSeconds: 5
            timeoutSeconds: 5
          livenessProbe:
            httpGet: { path: /live, port: health }
            periodSeconds: 20
            timeoutSeconds: 10
            failureThreshold: 6
          {{- if eq .name "portal" }}
          lifecycle:
            # Whoever still sends people here is told first.
            preStop: { sleep: { seconds: 5 } }
          {{- end }}
          resources: {{- toYaml $own.resources | nindent 12 }}
          securityContext: {{- include "madang.containerSecurity" . | nindent 12 }}
          volumeMounts:
            - { name: temporary, mountPath: /tmp }
            - { name: nats-users, mountPath: /secrets/nats, readOnly: true }
            {{- if ne .name "workflows" }}
            - { name: house, mountPath: /secrets/house, readOnly: true }
            {{- end }}
            {{- if eq .name "portal" }}
            - { name: evidence, mountPath: /var/madang }
            {{- end }}
      volumes:
        - name: temporary
          emptyDir: { sizeLimit: 128Mi }
        {{- include "madang.natsUsers" (dict "root" .root "user" .name) | nindent 8 }}
        {{- if ne .name "workflows" }}
        - name: house
          projected:
            defaultMode: 0440
            sources:
              - secret:
                  name: {{ .root.Values.secrets.masterKey }}
                  items: [{ key: master-key, path: master-key }]
              {{- if eq .name "portal" }}
              - secret:
                  name: {{ .root.Values.signIn.secret }}
                  items: [{ key: {{ .root.Values.signIn.secretKey }}, path: client-secret }]
              {{- end }}
        {{- end }}
        {{- if eq .name "portal" }}
        - name: evidence
          persistentVolumeClaim: { claimName: {{ include "madang.claim" .root }} }
        {{- end }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ $full }}
  labels: {{- include "madang.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels: {{- include "madang.selector" . | nindent 6 }}
      {{- with $buildId }}
      madang/build-id: {{ . }}
      {{- end }}
{{- if $own.autoscaling.enabled }}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ $full }}
  labels: {{- include "madang.labels" . | nindent 4 }}
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: {{ $full }} }
  minReplicas: {{ $own.autoscaling.least }}
  maxReplicas: {{ $own.autoscaling.most }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: { type: Utilization, averageUtilization: {{ $own.autoscaling.cpu }} }
{{- end }}
{{- end }}
