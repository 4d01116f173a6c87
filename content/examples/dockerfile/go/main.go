// greeting answers every request with a greeting and stops cleanly on SIGTERM.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

var version = "dev"

func main() {
	check := flag.Bool("check", false, "ask the server on this machine and exit with 0 or 1")
	flag.Parse()
	if *check {
		os.Exit(probe())
	}

	mux := http.NewServeMux()
	mux.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "ok")
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, "Hello from version %s\n", version)
	})
	server := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}

	signalled, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()
	log.Printf("version %s listens on %s", version, server.Addr)

	select {
	case err := <-failed:
		log.Fatal(err)
	case <-signalled.Done():
	}

	// main waits here: ListenAndServe has returned already, Shutdown returns when the last request is answered.
	log.Println("stopping, waiting for open requests")
	limit, cancel := context.WithTimeout(context.Background(), 8*time.Second)
	defer cancel()
	if err := server.Shutdown(limit); err != nil {
		log.Fatal(err)
	}
	log.Println("stopped")
}

func probe() int {
	client := http.Client{Timeout: 2 * time.Second}
	answer, err := client.Get("http://127.0.0.1:8080/health")
	if err != nil || answer.StatusCode != http.StatusOK {
		return 1
	}
	return 0
}
