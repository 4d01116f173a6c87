// The shop's API of the notes: answers at two ports, /health among the paths, stops within a second at SIGTERM.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "--version" {
		fmt.Println("api 1.4")
		return
	}
	if len(os.Args) > 1 && strings.HasPrefix(os.Args[1], "-text=") {
		// As http-echo does: one text, at port 5678.
		text := strings.TrimPrefix(os.Args[1], "-text=")
		http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, text) })
		fmt.Fprintln(os.Stderr, http.ListenAndServe(":5678", nil))
		os.Exit(1)
	}
	if len(os.Args) > 1 && os.Args[1][0] != '-' {
		// Other words are a program to run, as an entrypoint script would do it.
		path, err := exec.LookPath(os.Args[1])
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(127)
		}
		if err := syscall.Exec(path, os.Args[1:], os.Environ()); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(126)
		}
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		name, _ := os.Hostname()
		fmt.Fprintf(w, "%s\n", name)
	})
	http.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	done, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	for _, port := range []string{":8080", ":3000"} {
		server := &http.Server{Addr: port}
		go func() { _ = server.ListenAndServe() }()
	}
	fmt.Println("listening on 3000 and 8080")
	<-done.Done()
	fmt.Println("stopping")
	time.Sleep(200 * time.Millisecond)
}
