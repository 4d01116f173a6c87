{{/* Name of every object: the release, with the chart where the release does not say it. */}}
{{- define "notes.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* Labels that select pods: they can never change after the first install. */}}
{{- define "notes.selectorLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: site
{{- end -}}

{{/* Labels of every object but the pods of tests. */}}
{{- define "notes.labels" -}}
{{ include "notes.selectorLabels" . }}
{{ include "notes.commonLabels" . }}
{{- end -}}

{{- define "notes.commonLabels" -}}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "notes.image" -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{/* What no container of this chart may do. */}}
{{- define "notes.podSecurity" -}}
runAsNonRoot: true
runAsUser: 33
runAsGroup: 33
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "notes.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}
