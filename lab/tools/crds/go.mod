module lab/crds

go 1.26.0

require (
	github.com/cert-manager/cert-manager v1.21.0
	github.com/kubernetes-csi/external-snapshotter/client/v8 v8.7.0
	sigs.k8s.io/gateway-api v1.6.2
)
