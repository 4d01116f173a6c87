variable "REGISTRY" {
  default = "registry.example.com"
}

variable "VERSION" {
  default = "dev"
}

group "default" {
  targets = ["api", "web"]
}

target "common" {
  args = {
    VERSION = VERSION
  }
  labels = {
    "org.opencontainers.image.version" = VERSION
  }
}

target "api" {
  inherits = ["common"]
  context  = "api"
  tags     = ["${REGISTRY}/shop/api:${VERSION}"]
}

target "web" {
  inherits = ["common"]
  context  = "web"
  tags     = ["${REGISTRY}/shop/web:${VERSION}"]
}

target "release" {
  name      = "${item}-release"
  matrix    = { item = ["api", "web"] }
  inherits  = [item]
  platforms = ["linux/amd64", "linux/arm64"]
}
